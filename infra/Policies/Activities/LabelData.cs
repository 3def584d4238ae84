using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Activities;

/// <summary>Have data labelled by Ground Truth, by the people of private work teams whose names begin with one of the prefixes.</summary>
/// <remarks>SageMaker AI Developer Guide, "Assign IAM permissions to use Ground Truth".</remarks>
internal sealed record LabelData : MLActivity
{
    /// <inheritdoc/>
    public override IEnumerable<Statement> Statements(ActivityScope scope)
    {
        var teams = scope.SageMaker("workteam/private-crowd");
        yield return new Statement
        {
            Sid = "CreateLabelingJobs",
            Actions = ["sagemaker:CreateLabelingJob"],
            Resources = scope.SageMaker("labeling-job"),
            // Whoever labels sees the data: the public crowd and vendors are strangers.
            Conditions = [Condition.ArnLike("sagemaker:WorkteamArn", teams)],
        };
        yield return new Statement
        {
            Sid = "ManageLabelingJobs",
            Actions = [.. SageMakerTags.OfJobs, "sagemaker:DescribeLabelingJob", "sagemaker:StopLabelingJob"],
            Resources = scope.SageMaker("labeling-job"),
        };
        yield return SageMakerTags.WhenCreated("LabelingTags", scope.SageMaker("labeling-job"), "CreateLabelingJob");
        yield return new Statement
        {
            Sid = "LookUpWorkteams",
            Actions = ["sagemaker:DescribeWorkteam", "sagemaker:ListLabelingJobsForWorkteam"],
            Resources = teams,
        };
        yield return new Statement
        {
            Sid = "ListLabeling",
            Actions = ["sagemaker:ListLabelingJobs", "sagemaker:ListWorkteams"],
            Resources = ["*"],
        };
        foreach (var statement in SageMakerLogs.OfStreams("LabelingLogs", ["labeling-job"], scope))
        {
            yield return statement;
        }
    }
}
