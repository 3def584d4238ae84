using System.Collections.Immutable;
using SageMakerIam.Settings;
using SageMakerIam.Tests.Policies;

namespace SageMakerIam.Tests.Flows;

/// <summary>The setting that a statement stands for, by its Sid.</summary>
internal static class StatementSetting
{
    private static readonly ImmutableDictionary<string, string> OfActivities = MLActivity.All
        .SelectMany(activity => activity.Statements(PolicyJudge.Scope with { RegistryAccounts = ["222222222222"] })
            .Select(statement => (statement.Sid, activity.Word)))
        .DistinctBy(pair => pair.Sid)
        .ToImmutableDictionary(pair => pair.Sid, pair => pair.Word);

    // The longest beginning first.
    private static readonly ImmutableArray<(string Beginning, string Setting)> Others =
    [
        ("PassExecutionRoles", "executionRoles"), ("GetExecutionRoles", "executionRoles"),
        ("S3ListBuckets", "listBuckets"), ("S3List", "buckets: read"), ("S3HeadBucket", "buckets: lookUp"), ("S3LookUp", "buckets: lookUp"),
        ("S3Read", "buckets: read"), ("S3Write", "buckets: write"), ("S3Delete", "buckets: delete"), ("S3Tagging", "buckets: tagging"),
        ("S3PermissionsManagement", "buckets: permissionsManagement"), ("S3DeleteBucket", "buckets: manageBucket"),
        ("S3CreateBucket", "buckets: createBucket"), ("S3BucketAcl", "buckets: permissionsManagement"),
        ("EcrLogin", "repositories"), ("EcrPull", "repositories: pull"), ("EcrPush", "repositories: push"),
        ("EcrDescribe", "repositories: describe"), ("EcrManage", "repositories: manage"), ("Kms", "kmsKeys"),
    ];

    /// <summary>The setting, as a path in a principal's entry. A statement that was divided has its Sid with a number behind it.</summary>
    public static string Of(string sid) =>
        OfActivities.Where(pair => sid.StartsWith(pair.Key, StringComparison.Ordinal)).OrderByDescending(pair => pair.Key.Length)
            .Select(pair => pair.Value)
            .Concat(Others.Where(other => sid.StartsWith(other.Beginning, StringComparison.Ordinal)).Select(other => other.Setting))
            .FirstOrDefault() ?? throw new InvalidOperationException($"No setting is known that {sid} stands for.");
}
