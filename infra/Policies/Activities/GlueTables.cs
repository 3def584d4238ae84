using System.Collections.Immutable;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Activities;

/// <summary>The tables of AWS Glue. Each request is checked against the catalog, the database and the table.</summary>
/// <remarks>AWS Glue Developer Guide, "Specifying AWS Glue resource ARNs".</remarks>
internal static class GlueTables
{
    /// <summary>Reading what the catalog says of databases, tables and partitions.</summary>
    public static ImmutableArray<string> Reads { get; } =
    [
        "glue:BatchGetPartition", "glue:GetDatabase", "glue:GetDatabases", "glue:GetPartition", "glue:GetPartitions", "glue:GetTable",
        "glue:GetTables", "glue:SearchTables",
    ];

    /// <summary>The ARNs of the catalog, and of the databases with their tables.</summary>
    public static ImmutableArray<string> Of(ActivityScope scope) =>
    [
        scope.Account.Regional("glue", "catalog"),
        .. scope.GlueDatabases.Select(database => scope.Account.Regional("glue", $"database/{database}")),
        .. scope.GlueDatabases.Select(database => scope.Account.Regional("glue", $"table/{database}/*")),
    ];
}
