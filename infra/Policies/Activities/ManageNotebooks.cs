using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Activities;

/// <summary>Create, open, stop and delete notebook instances, and read their logs.</summary>
/// <remarks>Service Authorization Reference, "Actions, resources, and condition keys for Amazon SageMaker".</remarks>
internal sealed record ManageNotebooks : MLActivity
{
    /// <inheritdoc/>
    public override IEnumerable<Statement> Statements(ActivityScope scope)
    {
        yield return new Statement
        {
            Sid = "ManageNotebooks",
            Actions =
            [
                .. SageMakerTags.Actions,
                "sagemaker:CreatePresignedNotebookInstanceUrl",
                "sagemaker:DeleteNotebookInstance", "sagemaker:DescribeNotebookInstance",
                "sagemaker:StartNotebookInstance", "sagemaker:StopNotebookInstance",
            ],
            Resources = scope.SageMaker("notebook-instance"),
        };
        yield return new Statement
        {
            Sid = "SetUpNotebooks",
            Actions = ["sagemaker:CreateNotebookInstance", "sagemaker:UpdateNotebookInstance"],
            Resources = scope.SageMaker("notebook-instance"),
            // A lifecycle configuration is a script that runs as root, as the role of the notebook.
            Conditions =
            [
                Condition.EachArnLike(
                    "sagemaker:NotebookInstanceLifecycleConfigArns",
                    scope.SageMaker("notebook-instance-lifecycle-config")),
            ],
        };
        yield return new Statement { Sid = "ListNotebooks", Actions = ["sagemaker:ListNotebookInstances"], Resources = ["*"] };
        foreach (var statement in SageMakerLogs.OfStreams("NotebookLogs", ["notebook-instance"], scope))
        {
            yield return statement;
        }
    }
}
