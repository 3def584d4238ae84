using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Proof;
using Proof.Contracts;
using Proof.Judging;
using Proof.Results;
using SageMakerIam.Plan;
using SageMakerIam.Policies.Trust;
using SageMakerIam.Tests.Settings;

namespace SageMakerIam.Tests.Proof;

/// <summary>
/// Mistakes in what the clients' examples use of <c>infra/Policies</c>, each in one statement of what the program makes of the example's
/// settings: the example's own contract notices each by itself, and says the row.
/// </summary>
[Collection(Judge.Proofs)]
public sealed class ExampleMistakeTests
{
    private static readonly ConcurrentDictionary<string, string> Made = new();

    /// <summary>The example, a statement, what stands in it, what stands there by mistake, and what the proof says of it.</summary>
    public static TheoryData<string, string, string, string, string> Mistakes { get; } = new()
    {
        { "studio", "PrivateSpaces", "sagemaker:CreateSpace", "sagemaker:UpdateDomain", "may work in private space demo-analysis" },
        { "studio", "RemoteAccess", "ENABLED", "Enabled", "may not open to other IDEs demo-team" },
        { "studio", "RemoteAccess", "\"sagemaker:CreateSpace\",", "", "may not open to other IDEs demo-team" },
        { "studio", "OpenStudio", "user-profile/d-demo0123abcd/jane", "user-profile/d-demo0123abcd/*", "another user profile" },
        { "studio", "SharedSpaces", "StringEquals", "StringEqualsIfExists", "SharedSpaces" },
        { "studio", "NotebookJobs", "training-job/demo-*", "training-job/*", "another name" },
        { "studio", "NotebookSchedules", "rule/demo-*", "rule/*", "another name" },
        { "studio", "NotebookFiles", "us-east-1/demo-*", "us-east-1/*", "another name" },
        { "studio", "NotebookDriver", "s3:GetObject", "s3:PutObject", "may read from AWS" },
        { "studio", "UseHubs", "hub/demo-*", "hub/*", "another name" },
        { "studio", "UseHubContents", "hub-content/demo-*", "hub-content/*", "another name" },
        { "studio", "JumpStartModels", "jumpstart-cache-prod-us-east-1/*", "jumpstart-cache-prod-*", "another bucket" },
        { "studio", "UsePartnerApps", "partner-app/app-DEMO01234567", "partner-app/*", "another" },
        { "studio", "OpenCanvas", "user-profile/d-demo0123abcd/joe", "user-profile/d-demo0123abcd/*", "another user profile" },
        { "studio", "CanvasApps", "app/d-demo0123abcd/joe/", "app/d-demo0123abcd/*/", "another user profile" },
        { "studio", "CanvasEndpoints", "endpoint/canvas*", "endpoint/*", "another name" },
        { "studio", "CanvasModels", "model/canvas*", "model/*", "another name" },
        { "labeling", "CreateLabelingJobs", "ArnLike", "ArnLikeIfExists", "another work team" },
        { "labeling", "CreateLabelingJobs", "private-crowd/demo-*", "*", "another work team" },
        { "labeling", "PublicWorkteams", "public-crowd", "public", "labels may not sagemaker:CreateLabelingJob" },
        { "labeling", "LookUpWorkteams", "private-crowd/demo-*", "private-crowd/*", "another work team" },
        { "labeling", "LabelingTags", "CreateLabelingJob", "CreateTrainingJob", "may label data demo-streets" },
        { "labeling", "LabelingLogs", "log-stream:demo-*", "log-stream:*", "another name" },
        { "awswrangler", "QueryAthena", "workgroup/ml-team", "workgroup/*", "another" },
        { "awswrangler", "ManageGlueTables", "table/demo_db/*", "table/*", "another" },
        { "awswrangler", "DeleteGlueDatabases", "database/demo_db", "database/demo_*", "another" },
        { "experiments", "ManageExperiments", "experiment/demo-*", "experiment/*", "another name" },
        { "experiments", "ManageLineage", "context/demo-*", "context/*", "another name" },
        { "experiments", "Associations", "sagemaker:AddAssociation", "sagemaker:QueryLineage", "may record lineage of demo-exp" },
        { "experiments", "ManageModelCards", "model-card/demo-*", "model-card/*", "another name" },
        {
            "experiments", "SearchExperiments", "sagemaker:Search\"", "sagemaker:SearchTrainingPlanOfferings\"",
            "may search the experiments"
        },
        { "feature-store", "UseFeatureStore", "feature-group/demo-*", "feature-group/*", "another name" },
        { "feature-store", "FeatureTables", "table/sagemaker_featurestore/*", "table/*", "another" },
        { "feature-store", "ReadGlueTables", "database/sagemaker_featurestore", "database/*", "another" },
        { "hyperpod", "ManageClusters", "cluster/0123456789ab", "cluster/*", "another whole name" },
        { "hyperpod", "EksAccess", "cluster/demo", "cluster/*", "another whole name" },
        { "hyperpod", "HyperPodServiceRole", "AWSServiceRoleForSageMakerHyperPod", "*", "another" },
        { "hyperpod", "UseHyperPod", "cluster/0123456789ab", "cluster/*", "another whole name" },
        { "hyperpod", "LookUpEks", "cluster/demo", "cluster/demo*", "another whole name" },
        { "hyperpod", "PodIdentity", "cluster/demo", "cluster/*", "another whole name" },
        { "hyperpod", "NodeInterfaces", "subnet/subnet-0a1b2c3d4e5f60718", "subnet/*", "another subnet" },
        { "hyperpod", "TagInterfaces", "StringEquals", "StringEqualsIfExists", "TagInterfaces" },
        { "sagemaker-mlflow", "ManageTrackingServers", "mlflow-tracking-server/demo*", "mlflow-tracking-server/*", "another name" },
        { "sagemaker-mlflow", "UseTrackingServers", "mlflow-tracking-server/demo*", "mlflow-tracking-server/*", "another name" },
        { "sagemaker-mlflow", "UseMlflowApps", "mlflow-app/app-demo", "mlflow-app/*", "another whole name" },
        { "sagemaker-mlflow", "RegisterModels", "model-package-group/demo*", "model-package-group/*", "another name" },
        { "sagemaker-pipelines", "ManageLambdaSteps", "function:demo*", "function:*", "another name" },
        { "sagemaker-pipelines", "SchedulePipelines", "schedule/default/demo*", "schedule/default/*", "another name" },
        { "step-functions", "ManageStateMachines", "stateMachine:demo-*", "stateMachine:*", "another name" },
        { "step-functions", "StateMachineExecutions", "execution:demo-*", "execution:*", "another name" },
        { "step-functions", "StateMachineSchedules", "rule/demo-*", "rule/*", "another name" },
        { "airflow", "ManageAutoML", "automl-job/af-*", "automl-job/*", "another name" },
        { "airflow", "AutoMLTags", "StringEquals", "StringEqualsIfExists", "AutoMLTags" },
        { "mlflow", "RollbackAlarms", "alarm:demo-errors", "alarm:*", "alarm" },
        { "sagemaker-sdk", "MonitorModels", "monitoring-schedule/demo*", "monitoring-schedule/*", "another name" },
        { "sagemaker-sdk", "ReadMetrics", "cloudwatch:GetMetricData", "cloudwatch:PutDashboard", "may read the metrics of this" },
        { "huggingface", "InvokeEndpoints", "endpoint/chat-*", "endpoint/*", "another name" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task AMistakeInAnExample_IsNoticed(string example, string sid, string right, string wrong, string words)
    {
        var before = await BeforeAsync(example);
        var proof = await ProveAsync(example, MistakenAccount.With(Details(example), sid, right, wrong));
        proof.Failures.Except(before.Failures).Should().Contain(failure => failure.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task WithoutAMistake_EveryRowOfEachExampleHolds()
    {
        foreach (var example in Mistakes.Select(mistake => (string)mistake[0]).Distinct())
        {
            (await BeforeAsync(example)).BrokenRows.Select(broken => broken.Row.Text).Should().BeEmpty(example);
        }
    }

    private static Task<ProofResult> BeforeAsync(string example) =>
        Judge.ProveOnceAsync($"no mistake in {example}", () => ProveAsync(example, Details(example)));

    private static Task<ProofResult> ProveAsync(string example, string details)
    {
        var account = JsonNode.Parse(details)!;
        return AccessProof.RunAsync(
            AccessContract.Read(Path.Combine(RepositoryFolder.Path, "examples", "clients", $"{example}.access.yaml")),
            new AuthorizationDetails(account),
            SmallStack.Place,
            new JsonObject
            {
                ["executionRoleArns"] = Arns(account, "Role"),
                ["deployerArns"] = Arns(account, "User"),
            });
    }

    private static JsonObject Arns(JsonNode account, string kind) => new(account[$"{kind}DetailList"]!.AsArray()
        .Select(identity => KeyValuePair.Create((string)identity!["Key"]!, identity["Arn"]?.DeepClone())));

    // The account that an example's settings make. Key is the entry's in the settings.
    private static string Details(string example) => Made.GetOrAdd(example, _ =>
    {
        var (stack, account) = StackOfFile.Read($"examples/clients/{example}.yaml");
        string ArnOf(string key) => account.Global("iam", $"role/{stack.ExecutionRoles[key].RoleName ?? key}");
        var roles = stack.ExecutionRoles.Select(entry =>
        {
            var (key, role) = entry;
            var trust = TrustPolicy.Document(role.TrustedServices, role.ConfusedDeputyProtection, account).ToJson();
            var planned = PlannedPolicies.Of(key, role, stack, account).Statements(
                [ArnOf(key), .. role.PassedBeside(key).Select(ArnOf)], OwnKeyArns.None);
            return $$"""
                {"Key":"{{key}}","RoleName":"{{role.RoleName ?? key}}","Arn":"{{ArnOf(key)}}","AssumeRolePolicyDocument":{{trust}},
                 "RolePolicyList":{{MistakenAccount.Policies($"{key}-policy", planned)}}}
                """;
        });
        var users = stack.Deployers.Select(entry =>
        {
            var (key, deployer) = entry;
            var planned = PlannedPolicies.Of(deployer, stack, account).Statements(
                [.. deployer.ExecutionRoles.Select(ArnOf)], OwnKeyArns.None);
            return $$"""
                {"Key":"{{key}}","UserName":"{{key}}","Arn":"{{account.Global("iam", $"user/{key}")}}",
                 "UserPolicyList":{{MistakenAccount.Policies($"{key}-policy", planned)}}}
                """;
        });
        return $$"""{"UserDetailList":[{{string.Join(',', users)}}],"RoleDetailList":[{{string.Join(',', roles)}}]}""";
    });
}
