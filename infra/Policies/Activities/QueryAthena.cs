using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Activities;

/// <summary>Query Athena in the workgroups of <c>athenaWorkgroups</c>, over the tables of <c>glueDatabases</c>.</summary>
/// <remarks>
/// SageMaker AI Developer Guide, "ML activity reference", Query Athena workgroups; Amazon Athena User Guide, "Fine-grained access to
/// databases and tables in the AWS Glue Data Catalog".
/// </remarks>
internal sealed record QueryAthena : MLActivity
{
    /// <inheritdoc/>
    public override IEnumerable<Statement> Statements(ActivityScope scope)
    {
        yield return new Statement
        {
            Sid = "QueryAthena",
            Actions =
            [
                "athena:GetQueryExecution", "athena:GetQueryResults", "athena:GetWorkGroup", "athena:StartQueryExecution",
                "athena:StopQueryExecution",
            ],
            Resources = [.. scope.AthenaWorkgroups.Select(workgroup => scope.Account.Regional("athena", $"workgroup/{workgroup}"))],
        };
        yield return new Statement
        {
            Sid = "AthenaTables",
            Actions = ["athena:GetDatabase", "athena:GetTableMetadata", "athena:ListDatabases", "athena:ListTableMetadata"],
            Resources = [scope.Account.Regional("athena", "datacatalog/AwsDataCatalog")],
        };
        yield return new Statement { Sid = "ListDataCatalogs", Actions = ["athena:ListDataCatalogs"], Resources = ["*"] };
        if (!scope.GlueDatabases.IsEmpty)
        {
            yield return new Statement
            {
                Sid = "ReadGlueTables",
                Actions = GlueTables.Reads,
                Resources = GlueTables.Of(scope),
            };
        }
    }
}
