using System.Text.Json;
using Proof.Results;
using SageMakerIam.Policies;
using SageMakerIam.Policies.Permissions;
using SageMakerIam.Policies.Trust;
using SageMakerIam.Settings.Reading;
using SageMakerIam.Tests.Policies;

namespace SageMakerIam.Tests.Proof;

/// <summary>
/// Mistakes that are easily made in the files of <c>infra/Policies</c>, each in one statement of what the program makes of settings: the
/// proof notices each by itself, and says the row.
/// </summary>
[Collection(Judge.Proofs)]
public sealed class MistakeTests
{
    private const string Settings = """
        { "executionRoles": {
            "training": {
              "buckets": [ { "name": "data", "access": ["read", "write", "delete"], "prefix": "train/" } ],
              "repositories": ["image"], "kmsKeys": ["arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"],
              "vpc": { "subnets": ["subnet-0a1b2c3d"], "securityGroups": ["sg-0a1b2c3d"], "processingJobs": false },
              "topics": ["arn:aws:sns:us-east-1:123456789012:done"], "queues": ["arn:aws:sqs:us-east-1:123456789012:jobs"],
              "functions": ["arn:aws:lambda:us-east-1:123456789012:function:check"] } },
          "deployers": {
            "ci": {
              "executionRoles": ["training"], "resourcePrefixes": ["churn-"],
              "activities": ["manageJobs", "manageModels", "manageEndpoints", "manageNotebooks", "managePipelines", "waitForJobs"],
              "repositories": { "push": ["image"] } } } }
        """;

    private const string Role = """
        executionRoles:
          training:
            foreignReach: 6
            may:
              - { be assumed by: sagemaker.amazonaws.com, for account: this }
              - look up role: training
              - read: s3://data/train/
              - write: s3://data/train/
              - delete: s3://data/train/
              - pull an image of: image
              - write logs of: /aws/sagemaker/
              - put metrics in: /aws/sagemaker/
              - use key: arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab
              - { attach to subnet: subnet-0a1b2c3d, with security group: sg-0a1b2c3d }
              - publish to: arn:aws:sns:us-east-1:123456789012:done
              - send to: arn:aws:sqs:us-east-1:123456789012:jobs
              - call function: arn:aws:lambda:us-east-1:123456789012:function:check
        """;

    private const string Deployer = """
        deployers:
          ci:
            foreignReach: 31
            may:
              - { train: churn-nightly, as: training, with an image of: image, on data under: s3://data/train/,
                  results under: s3://data/train/ }
              - { tune: churn-search, as: training, with an image of: image, on data under: s3://data/train/,
                  results under: s3://data/train/ }
              - { transform: churn-batch, as: training, on data under: s3://data/train/, results under: s3://data/train/ }
              - { create model: churn-model, as: training, with an image of: image, from artifacts under: s3://data/train/ }
              - { deploy endpoint: churn-api, as: training, with an image of: image, from artifacts under: s3://data/train/ }
              - invoke endpoint: churn-api
              - scale endpoint: churn-api
              - { run notebook: churn-book, as: training, on data under: none, results under: none, set up by: churn-setup }
              - { run a pipeline: churn-line, as: training, with steps: none, steps as: none }
              - wait for training of: churn-nightly
              - list all: [TrainingJobs, Models, Endpoints, NotebookInstances, Pipelines]
              - push an image to: image
        """;

    private const string Wider = "StringLike\":{\"aws:SourceAccount\":\"12345678901*\"";

    /// <summary>A statement, what stands in it, what stands there by mistake, and what the proof says of it.</summary>
    public static TheoryData<string, string, string, string> OfTheRole { get; } = new()
    {
        { "S3List1", "train/*", "train*", "another folder" },
        { "S3List1", "train/*", "*", "another folder" },
        { "S3List1", "StringLike", "StringLikeIfExists", "another folder" },
        { "S3List1", ":::data", ":::data*", "another bucket" },
        { "S3Read", "/train/*", "/*", "another folder" },
        { "S3Read", "/train/*", "/train*", "another folder" },
        { "S3Read", ":::data/", ":::*/", "another bucket" },
        { "S3Read", "s3:GetObject", "s3:Get*", "grants by pattern" },
        { "S3Write", "/train/*", "/*", "another folder" },
        { "S3Write", ":::data/train", ":::data*/train", "another bucket" },
        { "S3Write", "\"s3:AbortMultipartUpload\"", "\"s3:ListBucketMultipartUploads\"", "may write s3://data/train/" },
        { "S3Delete", "/train/*", "/*", "another folder" },
        { "S3Delete", "\"s3:DeleteObject\"", "[\"s3:DeleteObject\",\"s3:DeleteObjectVersion\"]", "s3:DeleteObjectVersion" },
        { "EcrPull", "repository/image", "repository/*", "another repository" },
        { "EcrPull", "repository/image", "repository/image*", "another repository" },
        { "EcrPull", "123456789012", "*", "another account" },
        { "EcrPull", "us-east-1", "*", "another region" },
        { "EcrPull", "ecr:BatchGetImage", "ecr:PutImage", "may pull an image of image" },
        { "Logs", "/aws/sagemaker/*", "*", "another log group" },
        { "Logs", "/aws/sagemaker/*", "/aws/sagemaker*", "another log group" },
        { "Logs", "/aws/sagemaker/*", "/aws/*", "another log group" },
        { "Metrics", "/aws/sagemaker/*", "*", "another namespace" },
        { "Metrics", "/aws/sagemaker/*", "/aws/sagemaker*", "another namespace" },
        { "Metrics", "StringLike", "StringLikeIfExists", "another namespace" },
        { "KmsUse", "key/1234abcd-12ab-34cd-56ef-1234567890ab", "key/*", "another key" },
        { "KmsUse", "key/1234abcd-12ab-34cd-56ef-1234567890ab", "key/1234abcd-12ab-34cd-56ef-*", "another key" },
        { "KmsUse", "us-east-1", "*", "another key" },
        { "KmsVolumes", "\"true\"", "[\"true\",\"false\"]", "another grantee" },
        { "KmsVolumes", "\"Bool\"", "\"BoolIfExists\"", "another grantee" },
        { "VpcCreateInterface", "subnet/subnet-0a1b2c3d", "subnet/*", "another subnet" },
        { "VpcCreateInterface", "security-group/sg-0a1b2c3d", "security-group/*", "another security group" },
        { "VpcUseInterface", "subnet/subnet-0a1b2c3d", "subnet/*", "another subnet" },
        { "VpcUseInterface", "ArnEquals", "ArnEqualsIfExists", "another subnet" },
        { "VpcDescribe", "\"us-east-1\"", "[\"us-east-1\",\"us-east-2\"]", "another region" },
        { "PublishToTopics", ":done", ":*", "another topic" },
        { "PublishToTopics", "sns:Publish", "sns:Subscribe", "may publish to" },
        { "SendToQueues", ":jobs", ":jobs*", "another queue" },
        { "InvokeFunctions", "function:check", "function:*", "another function" },
        { "GetExecutionRoles", "role/training", "role/*", "another role" },
        { "GetExecutionRoles", "iam:GetRole", "iam:PassRole", "may look up role training" },
        { "SageMakerAssumeRole", "123456789012", "*", "may be assumed by sagemaker.amazonaws.com" },
        { "SageMakerAssumeRole", "StringEquals", "StringEqualsIfExists", "another account" },
        { "SageMakerAssumeRole", "StringEquals\":{\"aws:SourceAccount\":\"123456789012\"", Wider, "another account" },
        { "SageMakerAssumeRole", "\"sagemaker.amazonaws.com\"", "[\"sagemaker.amazonaws.com\",\"ec2.amazonaws.com\"]", "another service" },
    };

    /// <inheritdoc cref="OfTheRole"/>
    public static TheoryData<string, string, string, string> OfTheDeployer { get; } = new()
    {
        { "PassExecutionRoles", "role/training", "role/*", "another role" },
        { "PassExecutionRoles", "role/training", "role/training*", "another role" },
        { "PassExecutionRoles", "StringEquals", "StringEqualsIfExists", "another service" },
        { "PassExecutionRoles", "StringEquals", "StringEqualsIgnoreCase", "another service" },
        { "PassExecutionRoles", "StringEquals", "ForAllValues:StringEquals", "another service" },
        { "PassExecutionRoles", "\"sagemaker.amazonaws.com\"", "[\"sagemaker.amazonaws.com\",\"glue.amazonaws.com\"]", "another service" },
        { "GetExecutionRoles", "iam:GetRole", "iam:AttachRolePolicy", "escalation" },
        { "ManageJobs", "training-job/churn-*", "training-job/*", "another name" },
        { "ManageJobs", "training-job/churn-*", "training-job/churn*", "another name" },
        { "ManageJobs", "us-east-1", "*", "another region" },
        { "ManageJobs", "123456789012", "*", "another account" },
        { "ManageJobs", "\"sagemaker:StopTrainingJob\"", "\"sagemaker:CreateLabelingJob\"", "may train churn-nightly" },
        { "TransformWithModels", "model/churn-*", "model/*", "another name" },
        { "TransformWithModels", "model/churn-*", "model/churn*", "another name" },
        { "JobLogs", "log-stream:churn-*", "log-stream:*", "another name" },
        { "JobLogsStreams", "TrainingJobs:*", "TrainingJobs*", "another name" },
        { "ManageModels", "model/churn-*", "model/*", "another name" },
        { "ManageEndpoints", "endpoint/churn-*", "endpoint/*", "another name" },
        { "DeployModels", "model/churn-*", "model/*", "another name" },
        { "DeployModels", "endpoint-config/churn-*", "endpoint-config/churn*", "another name" },
        { "ScaleEndpoints", "\"sagemaker\"", "[\"sagemaker\",\"ecs\"]", "another service" },
        { "ScaleEndpoints", "StringEquals", "StringEqualsIfExists", "another service" },
        { "SetScalingAlarms", "resource/sagemaker/*", "resource/*", "another service" },
        { "SetScalingAlarms", "cloudwatch:AlarmActions", "cloudwatch:AlarmAction", "another service" },
        { "ScalingAlarms", "TargetTracking-endpoint/churn-*", "*", "another name" },
        { "ScalingServiceRole", "AWSServiceRoleForApplicationAutoScaling_SageMakerEndpoint", "*", "another name" },
        { "EndpointLogs", "Endpoints/churn-*", "Endpoints/churn*", "another name" },
        { "ManageNotebooks", "notebook-instance/churn-*", "notebook-instance/*", "another name" },
        { "SetUpNotebooks", "lifecycle-config/churn-*", "lifecycle-config/*", "another name" },
        { "SetUpNotebooks", "notebook-instance/churn-*", "notebook-instance/churn*", "another name" },
        { "ManagePipelines", "pipeline/churn-*", "pipeline/*", "another name" },
        { "WaitForJobs", "rule/StepFunctionsGetEventsForSageMakerTrainingJobsRule", "rule/*", "another name" },
        { "EcrPush", "repository/image", "repository/*", "another repository" },
        { "EcrPush", "ecr:UploadLayerPart", "ecr:DeleteRepository", "may push an image to image" },
    };

    [Theory]
    [MemberData(nameof(OfTheRole))]
    public Task AMistakeInTheRolesPolicies_IsNoticed(string sid, string right, string wrong, string words) =>
        ExpectAsync(Role, "training-policy", sid, right, wrong, words);

    [Theory]
    [MemberData(nameof(OfTheDeployer))]
    public Task AMistakeInTheDeployersPolicy_IsNoticed(string sid, string right, string wrong, string words) =>
        ExpectAsync($"executionRoles: {{ training: {{}} }}\n{Deployer}", "ci-policy", sid, right, wrong, words);

    [Fact]
    public async Task WithoutAMistake_EveryRowHolds()
    {
        foreach (var contract in (string[])[Role, $"executionRoles: {{ training: {{}} }}\n{Deployer}"])
        {
            var proof = await ProveAsync(contract, details => details);
            proof.BrokenRows.Select(broken => broken.Row.Text).Should().BeEmpty();
            proof.Escalations.SelectMany(escalation => escalation.Open).Should().BeEmpty();
        }
    }

    private static async Task ExpectAsync(string contract, string policy, string sid, string right, string wrong, string words)
    {
        var before = await Judge.ProveOnceAsync($"no mistake in {policy}", () => ProveAsync(contract, details => details));
        var proof = await ProveAsync(contract, details => MistakenAccount.With(details, sid, right, wrong));
        proof.Failures.Except(before.Failures).Should().Contain(failure => failure.Contains(words, StringComparison.Ordinal));
    }

    private static Task<ProofResult> ProveAsync(string contract, Func<string, string> alter) =>
        MistakenAccount.ProveAsync(contract, alter(Details(isOfTheRole: contract == Role)));

    // The account that the settings make; the deployer's policies stand first, where they are what is looked at.
    private static string Details(bool isOfTheRole)
    {
        var settings = StackSettingsReader.Read("mistakes", JsonDocument.Parse(Settings).RootElement, PolicyJudge.Account);
        var (role, deployer) = (settings.ExecutionRoles["training"], settings.Deployers["ci"]);
        const string Training = "arn:aws:iam::123456789012:role/training";
        var trust = TrustPolicy.Document(role.TrustedServices, true, PolicyJudge.Account).ToJson();
        var ofRole = MistakenAccount.Policies(
            "training-policy", ExecutionRolePolicy.Statements("training", role, Training, [], PolicyJudge.Account));
        var ofUser = isOfTheRole ? "[]" : MistakenAccount.Policies(
            "ci-policy",
            DeployerPolicy.Statements(deployer, [new PassedRole(Training, role.TrustedServices)], PolicyJudge.Account));
        return $$"""
            {"UserDetailList":[{"UserName":"ci","Arn":"arn:aws:iam::123456789012:user/ci","UserPolicyList":{{ofUser}}}],
             "RoleDetailList":[{"RoleName":"training","Arn":"{{Training}}",
               "AssumeRolePolicyDocument":{{trust}},"RolePolicyList":{{ofRole}}}]}
            """;
    }
}
