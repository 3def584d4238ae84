using SageMakerIam.Policies.Activities;
using SageMakerIam.Settings;

namespace SageMakerIam.Tests.Policies.Activities;

/// <summary>Activities whose resources are other services': by name, in the account and region, and nobody else's.</summary>
public class OtherServicesTests
{
    [Theory]
    [InlineData("queryAthena", "athena:StartQueryExecution", "arn:aws:athena:us-east-1:123456789012:workgroup/unet-team", true)]
    [InlineData("queryAthena", "athena:GetQueryResults", "arn:aws:athena:us-east-1:123456789012:workgroup/unet-team", true)]
    [InlineData("queryAthena", "athena:StartQueryExecution", "arn:aws:athena:us-east-1:123456789012:workgroup/unet-team-2", false)]
    [InlineData("queryAthena", "athena:StartQueryExecution", "arn:aws:athena:us-east-1:222222222222:workgroup/unet-team", false)]
    [InlineData("queryAthena", "athena:DeleteWorkGroup", "arn:aws:athena:us-east-1:123456789012:workgroup/unet-team", false)]
    [InlineData("queryAthena", "glue:GetTable", "arn:aws:glue:us-east-1:123456789012:table/unet_db/t", true)]
    [InlineData("queryAthena", "glue:GetTable", "arn:aws:glue:us-east-1:123456789012:table/payroll/t", false)]
    [InlineData("queryAthena", "glue:UpdateTable", "arn:aws:glue:us-east-1:123456789012:table/unet_db/t", false)]
    [InlineData("manageGlueTables", "glue:UpdateTable", "arn:aws:glue:us-east-1:123456789012:table/unet_db/t", true)]
    [InlineData("manageGlueTables", "glue:BatchCreatePartition", "arn:aws:glue:us-east-1:123456789012:table/unet_db/t", true)]
    [InlineData("manageGlueTables", "glue:DeleteDatabase", "arn:aws:glue:us-east-1:123456789012:database/unet_db", true)]
    [InlineData("manageGlueTables", "glue:DeleteTable", "arn:aws:glue:us-east-1:123456789012:table/unet_db2/t", false)]
    [InlineData("manageGlueTables", "glue:DeleteDatabase", "arn:aws:glue:us-east-1:123456789012:database/payroll", false)]
    [InlineData("schedulePipelines", "scheduler:CreateSchedule", "arn:aws:scheduler:us-east-1:123456789012:schedule/default/unet-1", true)]
    [InlineData("schedulePipelines", "scheduler:DeleteSchedule", "arn:aws:scheduler:us-east-1:123456789012:schedule/default/other", false)]
    [InlineData("schedulePipelines", "scheduler:CreateSchedule", "arn:aws:scheduler:us-east-1:123456789012:schedule/other/unet-1", false)]
    [InlineData("manageStateMachines", "states:CreateStateMachine", "arn:aws:states:us-east-1:123456789012:stateMachine:unet-1", true)]
    [InlineData("manageStateMachines", "states:StopExecution", "arn:aws:states:us-east-1:123456789012:execution:unet-1:0a1b", true)]
    [InlineData("manageStateMachines", "states:DeleteStateMachine", "arn:aws:states:us-east-1:123456789012:stateMachine:other", false)]
    [InlineData("manageStateMachines", "events:PutTargets", "arn:aws:events:us-east-1:123456789012:rule/unet-1", false)]
    [InlineData("manageLambdaSteps", "lambda:CreateFunction", "arn:aws:lambda:us-east-1:123456789012:function:unet-1", true)]
    [InlineData("manageLambdaSteps", "lambda:UpdateFunctionCode", "arn:aws:lambda:us-east-1:123456789012:function:other", false)]
    [InlineData("manageLambdaSteps", "lambda:AddPermission", "arn:aws:lambda:us-east-1:123456789012:function:unet-1", false)]
    [InlineData("readMetrics", "cloudwatch:GetMetricStatistics", "*", true)]
    [InlineData("readMetrics", "cloudwatch:PutMetricData", "*", false)]
    [InlineData("useMlflow", "sagemaker-mlflow:AccessUI", "*", true)]
    [InlineData("useHyperPod", "eks:DescribeCluster", "arn:aws:eks:us-east-1:123456789012:cluster/unet-eks", true)]
    [InlineData("useHyperPod", "eks:DescribeCluster", "arn:aws:eks:us-east-1:123456789012:cluster/unet-eks2", false)]
    [InlineData("useHyperPod", "eks:CreateAccessEntry", "arn:aws:eks:us-east-1:123456789012:cluster/unet-eks", false)]
    [InlineData("useHyperPod", "ssm:StartSession", "arn:aws:ec2:us-east-1:123456789012:instance/i-0a1b", false)]
    [InlineData("manageHyperPod", "eks:CreateAccessEntry", "arn:aws:eks:us-east-1:123456789012:cluster/unet-eks", true)]
    [InlineData("manageHyperPod", "eks:CreateAccessEntry", "arn:aws:eks:us-east-1:123456789012:cluster/unet-eks2", false)]
    [InlineData("manageHyperPod", "eks:AssociateAccessPolicy", "arn:aws:eks:us-east-1:123456789012:access-entry/unet-eks/role/r/n/0", true)]
    [InlineData("manageHyperPod", "eks:AssociateAccessPolicy", "arn:aws:eks:us-east-1:123456789012:access-entry/other/role/r/n/0", false)]
    [InlineData("manageHyperPod", "sagemaker:CreateCluster", "arn:aws:sagemaker:us-east-1:123456789012:cluster/abcdefghijkl", true)]
    [InlineData("manageHyperPod", "sagemaker:DeleteCluster", "arn:aws:sagemaker:us-east-1:123456789012:cluster/abcdefghijkl", false)]
    [InlineData("scheduleNotebooks", "events:PutRule", "arn:aws:events:us-east-1:123456789012:rule/unet-1", true)]
    [InlineData("scheduleNotebooks", "events:PutTargets", "arn:aws:events:us-east-1:123456789012:rule/other-1", false)]
    [InlineData("useJumpStart", "sagemaker:DescribeHub", "arn:aws:sagemaker:us-east-1:aws:hub/SageMakerPublicHub", true)]
    [InlineData(
        "useJumpStart", "sagemaker:TrainHubModel", "arn:aws:sagemaker:us-east-1:aws:hub-content/SageMakerPublicHub/Model/m", true)]
    [InlineData("useJumpStart", "sagemaker:DescribeHub", "arn:aws:sagemaker:us-east-1:aws:hub/AnotherHub", false)]
    [InlineData("useJumpStart", "sagemaker:ImportHubContent", "arn:aws:sagemaker:us-east-1:123456789012:hub/unet-hub", false)]
    [InlineData("useJumpStart", "s3:GetObject", "arn:aws:s3:::jumpstart-cache-prod-us-east-1/models_manifest.json", true)]
    [InlineData("useJumpStart", "s3:GetObject", "arn:aws:s3:::jumpstart-cache-prod-us-east-12/models_manifest.json", false)]
    public async Task Activity_IsAllowedOnWhatIsNamed_AndOnNothingElse(string activity, string action, string resource, bool allowed) =>
        (await PolicyJudge.AllowsAsync(
            MLActivity.All.Single(known => known.Word == activity).Statements(PolicyJudge.Scope), action, resource)).Should().Be(allowed);

    [Theory]
    [InlineData("s3:PutObject", "/unet-report/input/a.ipynb", "123456789012", true)]
    [InlineData("s3:PutObject", "/other-report/input/a.ipynb", "123456789012", false)]
    [InlineData("s3:PutObject", "/unet-report/input/a.ipynb", "222222222222", false)]
    [InlineData("s3:PutBucketVersioning", "", "123456789012", true)]
    [InlineData("s3:PutBucketVersioning", "", "222222222222", false)]
    [InlineData("s3:DeleteBucket", "", "123456789012", false)]
    public async Task NotebookJobs_KeepTheirFilesInTheAccountsOwnBucket(string action, string key, string owner, bool allowed) =>
        (await PolicyJudge.AllowsAsync(
            new ScheduleNotebooks().Statements(PolicyJudge.Scope),
            action,
            $"arn:aws:s3:::sagemaker-automated-execution-123456789012-us-east-1{key}",
            ("aws:ResourceAccount", owner))).Should().Be(allowed);

    [Theory]
    [InlineData("queryAthena", "glue:GetTable")]
    [InlineData("manageGlueTables", "glue:GetTable")]
    public async Task Tables_AreReachedWhereADatabaseIsNamedAlone(string activity, string action) =>
        (await PolicyJudge.AllowsAsync(
            MLActivity.All.Single(known => known.Word == activity).Statements(PolicyJudge.Scope with { GlueDatabases = [] }),
            action,
            "arn:aws:glue:us-east-1:123456789012:catalog")).Should().BeFalse();

    [Theory]
    [InlineData("222222222222", "sagemaker:DescribeModelPackage", true)]
    [InlineData("222222222222", "sagemaker:CreateModelPackage", true)]
    [InlineData("222222222222", "sagemaker:DeleteModelPackage", false)]
    [InlineData("333333333333", "sagemaker:DescribeModelPackage", false)]
    public async Task RegistryOfAnotherAccount_IsUsedByItsNumber(string account, string action, bool allowed) =>
        (await PolicyJudge.AllowsAsync(
            MLActivity.All.Single(known => known.Word == "manageModels")
                .Statements(PolicyJudge.Scope with { RegistryAccounts = ["222222222222"] }),
            action,
            $"arn:aws:sagemaker:us-east-1:{account}:model-package/unet-1/1")).Should().Be(allowed);
}
