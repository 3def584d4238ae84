using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Activities;

/// <summary>
/// Run notebooks as jobs, once or by a schedule, whose names begin with one of the prefixes; execution roles are passed to EventBridge.
/// </summary>
/// <remarks>
/// SageMaker AI Developer Guide, "Install policies and permissions for local Jupyter environments"; aws/amazon-sagemaker-jupyter-scheduler:
/// what it makes is named after the job, and its bucket after the account and region.
/// </remarks>
internal sealed record ScheduleNotebooks : MLActivity
{
    /// <inheritdoc/>
    public override TrustedService? PassesTo => TrustedService.EventBridge;

    /// <inheritdoc/>
    public override IEnumerable<Statement> Statements(ActivityScope scope)
    {
        var bucket = $"sagemaker-automated-execution-{scope.Account.AccountId}-{scope.Account.Region}";
        var driver = $"sagemakerheadlessexecution-prod-{scope.Account.Region}";
        // A bucket's ARN has no account: without it, who makes a bucket of this name first is written to.
        var isOwn = Condition.StringEquals("aws:ResourceAccount", scope.Account.AccountId);
        yield return new Statement
        {
            Sid = "NotebookJobs",
            Actions =
            [
                .. SageMakerTags.Actions,
                "sagemaker:CreateTrainingJob", "sagemaker:DescribeTrainingJob", "sagemaker:StopTrainingJob",
            ],
            Resources = scope.SageMaker("training-job"),
        };
        yield return new Statement
        {
            Sid = "NotebookJobDefinitions",
            // A schedule starts a pipeline of one step, the job.
            Actions =
            [
                .. SageMakerTags.Actions,
                "sagemaker:CreatePipeline", "sagemaker:DeletePipeline", "sagemaker:DescribePipeline", "sagemaker:StartPipelineExecution",
            ],
            Resources = scope.SageMaker("pipeline"),
        };
        yield return new Statement
        {
            Sid = "FindNotebookJobs",
            // The jobs are found by their tags.
            Actions = ["sagemaker:Search"],
            Resources = ["*"],
        };
        yield return new Statement
        {
            Sid = "NotebookSchedules",
            Actions =
            [
                "events:DeleteRule", "events:DescribeRule", "events:DisableRule", "events:EnableRule", "events:PutRule",
                "events:PutTargets", "events:RemoveTargets", "events:TagResource",
            ],
            Resources = [.. scope.ResourcePrefixes.Select(prefix => scope.Account.Regional("events", $"rule/{prefix}*"))],
        };
        yield return new Statement
        {
            Sid = "CreateNotebookBucket",
            Actions = ["s3:CreateBucket"],
            Resources = [scope.Account.Bucket(bucket)],
        };
        yield return new Statement
        {
            Sid = "NotebookBucket",
            Actions =
            [
                "s3:GetBucketLocation", "s3:GetEncryptionConfiguration", "s3:ListBucket", "s3:PutBucketVersioning",
                "s3:PutEncryptionConfiguration",
            ],
            Resources = [scope.Account.Bucket(bucket)],
            Conditions = [isOwn],
        };
        yield return new Statement
        {
            Sid = "NotebookFiles",
            Actions = ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"],
            Resources = [.. scope.ResourcePrefixes.Select(prefix => scope.Account.Objects(bucket, prefix))],
            Conditions = [isOwn],
        };
        yield return new Statement
        {
            Sid = "NotebookDriver",
            // AWS's own bucket, with the code that runs a notebook.
            Actions = ["s3:GetBucketLocation", "s3:GetObject", "s3:ListBucket"],
            Resources = [scope.Account.Bucket(driver), scope.Account.Objects(driver, "")],
        };
    }
}
