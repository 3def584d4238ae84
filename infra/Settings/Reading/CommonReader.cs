using System.Collections.Immutable;
using SageMakerIam.Iam;

namespace SageMakerIam.Settings.Reading;

/// <summary>Reads the keys that execution roles and deployers share.</summary>
internal static class CommonReader
{
    public static ImmutableArray<BucketAccess> Buckets(SettingsReader entry) =>
        entry.Key("buckets")?.Items("Expected a list of buckets, each { name, access, prefix }", ReadBucket) ?? [];

    public static RepositoryAccess Repositories(SettingsReader entry, AwsAccount account)
    {
        if (entry.Key("repositories") is not { } repositories)
        {
            return new RepositoryAccess();
        }

        if (repositories.IsList)
        {
            return new RepositoryAccess { Pull = ReadRepositories(repositories, account) };
        }

        var access = new RepositoryAccess
        {
            Pull = ReadRepositories(repositories.Key("pull"), account),
            Push = ReadRepositories(repositories.Key("push"), account),
            Describe = ReadRepositories(repositories.Key("describe"), account),
            Manage = ReadRepositories(repositories.Key("manage"), account),
        };
        repositories.RejectOtherKeys();
        return access;
    }

    public static ImmutableArray<MLActivity> Activities(SettingsReader entry, out string? resourcePrefix)
    {
        var activities = entry.Key("activities")?.Words(Vocabularies.MLActivities) ?? [];
        var prefix = activities.IsEmpty
            ? entry.Key("resourcePrefix")
            : entry.RequiredKey("resourcePrefix", $"The activities need {TextRule.ResourcePrefix.Allowed}");
        resourcePrefix = prefix?.Text(TextRule.ResourcePrefix);
        return activities;
    }

    public static string? PermissionsBoundary(SettingsReader entry, AwsAccount account) =>
        entry.Key("permissionsBoundary")?.Text(TextRule.PolicyArn(account));

    public static bool Protect(SettingsReader entry) => entry.Key("protect")?.Boolean() ?? false;

    private static BucketAccess ReadBucket(SettingsReader item)
    {
        const string allowed = "Expected a list of access levels";
        var bucket = new BucketAccess
        {
            Name = item.RequiredKey("name", $"Expected {TextRule.BucketName.Allowed}")?.Text(TextRule.BucketName) ?? "",
            Access = item.RequiredKey("access", $"{allowed}: {Vocabularies.S3AccessLevels}")?.Words(Vocabularies.S3AccessLevels) ?? [],
            Prefix = item.Key("prefix")?.Text(TextRule.KeyPrefix) ?? "",
        };
        item.RejectOtherKeys();
        return bucket;
    }

    private static ImmutableArray<string> ReadRepositories(SettingsReader? repositories, AwsAccount account) =>
        repositories?.Items("Expected a list of repositories", item => item.Text(TextRule.Repository(account))) ?? [];
}
