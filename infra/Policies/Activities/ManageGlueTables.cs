using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Activities;

/// <summary>Create, change and delete the databases of <c>glueDatabases</c> in AWS Glue, their tables and partitions.</summary>
/// <remarks>
/// SageMaker AI Developer Guide, "ML activity reference", Manage AWS Glue tables; Service Authorization Reference, AWS Glue.
/// </remarks>
internal sealed record ManageGlueTables : MLActivity
{
    /// <inheritdoc/>
    public override IEnumerable<Statement> Statements(ActivityScope scope)
    {
        if (!scope.GlueDatabases.IsEmpty)
        {
            yield return new Statement
            {
                Sid = "ManageGlueTables",
                Actions =
                [
                    .. GlueTables.Reads,
                    "glue:BatchCreatePartition", "glue:BatchDeletePartition", "glue:BatchDeleteTable", "glue:CreateDatabase",
                    "glue:CreatePartition", "glue:CreateTable", "glue:DeletePartition", "glue:DeleteTable", "glue:UpdatePartition",
                    "glue:UpdateTable",
                ],
                Resources = GlueTables.Of(scope),
            };
            yield return new Statement
            {
                Sid = "DeleteGlueDatabases",
                Actions = ["glue:DeleteDatabase"],
                Resources =
                [
                    .. GlueTables.Of(scope),
                    .. scope.GlueDatabases.Select(database => scope.Account.Regional("glue", $"userDefinedFunction/{database}/*")),
                ],
            };
        }
    }
}
