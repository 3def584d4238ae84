using System.Collections.Immutable;
using SageMakerIam.Iam;

namespace SageMakerIam.Policies.Activities;

/// <summary>Notebook instances and their logs.</summary>
/// <remarks>Service Authorization Reference, "Actions, resources, and condition keys for Amazon SageMaker".</remarks>
internal static class ManageNotebooks
{
    /// <summary>The statements, for notebook instances whose names begin with one of the prefixes.</summary>
    public static IEnumerable<Statement> Statements(ImmutableArray<string> resourcePrefixes, AwsAccount account)
    {
        yield return new Statement
        {
            Sid = "ManageNotebooks",
            Actions =
            [
                .. SageMakerTags.Actions,
                "sagemaker:CreateNotebookInstance", "sagemaker:CreatePresignedNotebookInstanceUrl",
                "sagemaker:DeleteNotebookInstance", "sagemaker:DescribeNotebookInstance",
                "sagemaker:StartNotebookInstance", "sagemaker:StopNotebookInstance", "sagemaker:UpdateNotebookInstance",
            ],
            Resources = [.. account.SageMaker("notebook-instance", resourcePrefixes)],
        };
        yield return new Statement { Sid = "ListNotebooks", Actions = ["sagemaker:ListNotebookInstances"], Resources = ["*"] };
        foreach (var statement in SageMakerLogs.OfStreams("NotebookLogs", ["NotebookInstances"], resourcePrefixes, account))
        {
            yield return statement;
        }
    }
}
