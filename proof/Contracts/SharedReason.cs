using System.Collections.Immutable;
using System.IO.Enumeration;

namespace Proof.Contracts;

/// <summary>Why AWS cannot tell teams apart in something, and what comes of it.</summary>
/// <param name="Actions">Patterns of the actions, in which <c>*</c> stands for anything.</param>
/// <param name="Resources">Patterns of the resources, in which <c>*</c> stands for anything.</param>
/// <param name="Why">AWS's reason.</param>
/// <param name="Worst">The worst that one team can do to another by it.</param>
/// <param name="Source">The page of AWS's that says so.</param>
/// <remarks>
/// SageMaker calls EC2 and CloudWatch Logs, and Step Functions calls EventBridge, as the role itself, so that <c>aws:CalledVia</c> is in
/// none of these requests; the EventBridge User Guide keeps <c>events:ManagedBy</c> from policies of one's own; no page of SageMaker's says
/// whose account <c>ec2:AuthorizedUser</c> would name, and AWS's policies bind no execution role by it or by <c>ec2:AuthorizedService</c>.
/// </remarks>
public sealed record SharedReason(
    ImmutableArray<string> Actions, ImmutableArray<string> Resources, string Why, string Worst, string Source)
{
    private const string Reference = "https://docs.aws.amazon.com/service-authorization/latest/reference/list_";
    private const string Guide = "https://docs.aws.amazon.com/sagemaker/latest/dg/";
    private const string NoResource = "the action knows no resource";

    /// <summary>All there are; the first that fits something is its reason.</summary>
    public static ImmutableArray<SharedReason> All { get; } =
    [
        new(
            ["application-autoscaling:Describe*"], ["*"], NoResource, "each sees how the other's endpoints are scaled",
            $"{Reference}awsapplicationautoscaling.html"),
        new(
            ["application-autoscaling:*"], ["*:scalable-target/*"], "a target's id is random, and all have one namespace",
            "each may change or end the scaling of the other's endpoints, or set it off by an alarm of its own",
            $"{Reference}awsapplicationautoscaling.html"),
        new(
            ["athena:ListDataCatalogs"], ["*"], NoResource, "each sees the names of the account's catalogs, and no more",
            $"{Reference}amazonathena.html"),
        new(
            ["athena:*"], ["*:datacatalog/AwsDataCatalog"], "the account has this one catalog, in which Glue says who sees what",
            "each sees the databases and tables that Glue lets it see",
            "https://docs.aws.amazon.com/athena/latest/ug/fine-grained-access-to-glue-resources.html"),
        new(
            ["cloudwatch:GetMetric*", "cloudwatch:ListMetrics"], ["*"], NoResource,
            "each sees the metrics of the other's jobs and endpoints", $"{Reference}amazoncloudwatch.html"),
        new(
            ["cloudwatch:PutMetricData"], ["*"], "a metric has no owner",
            "each may write false values beside the other's, in the namespace of both",
            "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/iam-cw-condition-keys-namespace.html"),
        new(["ec2:Describe*"], ["*"], NoResource, "each sees the networks of the region", $"{Reference}amazonec2.html"),
        new(
            ["ec2:*"], ["*:instance/*"],
            "SageMaker's instances are in its own account; the interface, which is checked as well, is in one's own subnet",
            "neither reaches the other's", $"{Guide}sagemaker-hyperpod-prerequisites-iam.html"),
        new(
            ["ec2:CreateNetworkInterface", "ec2:CreateTags"], ["*:network-interface/*"],
            "an interface has no name before it is made; the request is checked against the subnet as well",
            "neither reaches the other's, where each has its own subnets", $"{Reference}amazonec2.html"),
        new(
            ["ec2:*"], ["*"], "an interface has no name",
            "each may delete the other's in the subnet of both, or lend it to another account, which ends the job that uses it",
            $"{Guide}sagemaker-roles.html"),
        new(
            ["ecr:GetAuthorizationToken"], ["*"], "the token is the registry's", "it opens nothing by itself",
            $"{Reference}amazonelasticcontainerregistry.html"),
        new(
            ["events:*"], ["*:rule/StepFunctionsGetEventsForSageMaker*"], "Step Functions has one rule for all jobs of a kind",
            "each may point it elsewhere, and the other's jobs never end",
            "https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html"),
        new(
            ["glue:*"], ["*:catalog"],
            "each request is checked against the account's one catalog as well as against the database or table",
            "neither reaches the other's",
            "https://docs.aws.amazon.com/glue/latest/dg/glue-specifying-resource-arns.html"),
        new(
            ["iam:CreateServiceLinkedRole"], ["*:role/aws-service-role/*"], "the role is the account's",
            "whoever is first makes it for both",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html"),
        new(
            ["logs:DescribeLogStreams"], ["*:log-group:/aws/sagemaker/*"], "SageMaker has one log group for all jobs of a kind",
            "each sees the names of the other's", $"{Guide}logging-cloudwatch.html"),
        new(
            ["logs:CreateLog*", "logs:PutLogEvents"], ["*:log-group:/aws/sagemaker/*"],
            "SageMaker has one log group for all jobs of a kind, and does not say for which of them a role works",
            "each may write false lines into the other's logs", $"{Guide}logging-cloudwatch.html"),
        new(
            ["s3:*"], ["arn:*:s3:::sagemaker-automated-execution-*"],
            "notebook jobs have one bucket for the account and region, which whoever is first makes",
            "each sees the names of the other's notebooks, and may change the versioning and the encryption of both",
            $"{Guide}scheduled-notebook-policies-other.html"),
        new(
            ["s3:GetBucketLocation", "s3:GetObject", "s3:ListBucket"],
            ["arn:*:s3:::jumpstart-cache-prod-*", "arn:*:s3:::sagemakerheadlessexecution-prod-*"],
            "the bucket is AWS's own, for everybody to read", "each reads it", $"{Guide}studio-jumpstart.html"),
        new(
            ["s3:ListAllMyBuckets"], ["*"], NoResource, "each sees the names of the other's buckets, and no more",
            $"{Reference}amazons3.html"),
        new(
            ["sagemaker:*"], ["arn:*:sagemaker:*:aws:hub*"], "the hub is AWS's own, for everybody to use", "each uses it",
            $"{Guide}studio-jumpstart.html"),
        new(
            ["sagemaker:*"], ["*:artifact/*"], "the id of an artifact is a hash of its source",
            "each may see, change and delete what the other recorded, but what bears the other's tag",
            $"{Guide}lineage-tracking-entities.html"),
        new(
            ["sagemaker:AddTags", "sagemaker:CreateCluster", "sagemaker:CreateMlflowApp"], ["*:cluster/*", "*:mlflow-app/*"],
            "SageMaker gives a cluster or an app its id as it is made, and its tags alone are set then",
            "each makes its own", $"{Reference}amazonsagemaker.html"),
        new(
            ["sagemaker:GetSearchSuggestions", "sagemaker:QueryLineage", "sagemaker:Search", "sagemaker:*LineageGroup*"], ["*"],
            "the action knows no resource, and a search is narrowed by what it asks for itself, and not in what bears no tag",
            "each finds what the other made, and what that says of itself",
            "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_VisibilityConditions.html"),
        new(
            ["sagemaker:ListCandidatesForAutoMLJob"], ["*"], NoResource,
            "each sees the candidates of the other's jobs, with their metrics and where they lie", $"{Reference}amazonsagemaker.html"),
        new(
            ["sagemaker:ListArtifacts", "sagemaker:ListAssociations"], ["*"], NoResource,
            "each sees what the other's models were made of", $"{Reference}amazonsagemaker.html"),
        new(
            ["sagemaker:List*"], ["*"], NoResource, "each sees the names of the other's, and no more", $"{Reference}amazonsagemaker.html"),
        new(
            ["sagemaker-mlflow:AccessUI"], ["*"], NoResource, "the link that it opens is made for one server",
            $"{Reference}amazonsagemakerwithmlflow.html"),
        new(
            ["scheduler:ListSchedules", "states:ListStateMachines"], ["*"], NoResource, "each sees the names of the other's, and no more",
            $"{Reference}amazoneventbridgescheduler.html"),
        new(
            ["ssmmessages:*"], ["*"], NoResource, "a channel belongs to the node that opens it",
            $"{Reference}amazonsessionmanagermessagegatewayservice.html"),
    ];

    /// <summary>The reason for which AWS cannot tell the teams apart here; null where it can.</summary>
    public static SharedReason? Of(string action, string resource) =>
        All.FirstOrDefault(reason => Fits(reason.Actions, action) && Fits(reason.Resources, resource));

    /// <inheritdoc/>
    public override string ToString() => $"{Why}: {Worst}";

    private static bool Fits(ImmutableArray<string> patterns, string text) =>
        patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, text, ignoreCase: false));
}
