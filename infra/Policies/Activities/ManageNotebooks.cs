using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Activities;

/// <summary>Create, open, stop and delete notebook instances, and read their logs.</summary>
/// <remarks>Service Authorization Reference, "Actions, resources, and condition keys for Amazon SageMaker".</remarks>
internal sealed record ManageNotebooks : MLActivity
{
    /// <inheritdoc/>
    public override IEnumerable<Statement> Statements(ImmutableArray<string> resourcePrefixes, AwsAccount account)
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
            Resources = [.. account.SageMaker("notebook-instance", resourcePrefixes)],
        };
        yield return new Statement
        {
            Sid = "SetUpNotebooks",
            Actions = ["sagemaker:CreateNotebookInstance", "sagemaker:UpdateNotebookInstance"],
            Resources = [.. account.SageMaker("notebook-instance", resourcePrefixes)],
            // A lifecycle configuration is a script that runs as root, as the role of the notebook.
            Conditions =
            [
                Condition.EachArnLike(
                    "sagemaker:NotebookInstanceLifecycleConfigArns",
                    account.SageMaker("notebook-instance-lifecycle-config", resourcePrefixes)),
            ],
        };
        yield return new Statement { Sid = "ListNotebooks", Actions = ["sagemaker:ListNotebookInstances"], Resources = ["*"] };
        foreach (var statement in SageMakerLogs.OfStreams("NotebookLogs", ["NotebookInstances"], resourcePrefixes, account))
        {
            yield return statement;
        }
    }
}
