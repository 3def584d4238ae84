using System.Collections.Immutable;
using SageMakerIam.Iam;

namespace SageMakerIam.Settings.Reading;

/// <summary>Reads an entry of <c>deployers</c>.</summary>
internal static class DeployerReader
{
    private static readonly ImmutableArray<string> OfAUser =
        ["userName", "accessKey", "dotenv", "awsProfile", "secretsManager", "requireMfa", "sourceIpRanges"];

    private static readonly ImmutableArray<string> OfARole = ["roleName"];

    private static readonly DeployerSettings Default = new();

    public static DeployerSettings Read(SettingsReader entry, IReadOnlyCollection<string> executionRoles, AwsAccount account)
    {
        var assumedBy = entry.Key("assumedBy");
        var settings = new DeployerSettings
        {
            UserName = entry.Key("userName")?.Text(TextRule.IamName),
            RoleName = entry.Key("roleName")?.Text(TextRule.IamName),
            AssumedBy = assumedBy is null ? null : AssumedByReader.Read(assumedBy, account),
            Adopt = AdoptReader.Read(entry, assumedBy is null ? "userName" : "roleName"),
            ExecutionRoles = entry.Key("executionRoles")?.Items("Expected a list of keys of executionRoles", item => item.Reference(executionRoles, "executionRoles")) ?? [],
            Activities = CommonReader.Activities(entry, out var resourcePrefix),
            ResourcePrefix = resourcePrefix,
            Buckets = CommonReader.Buckets(entry),
            Repositories = CommonReader.Repositories(entry, account),
            AccessKey = entry.Key("accessKey") is { } accessKey ? AccessKeyReader.Read(accessKey) : new(),
            Dotenv = entry.Key("dotenv")?.Boolean() ?? Default.Dotenv,
            AwsProfile = entry.Key("awsProfile")?.Text(TextRule.ProfileName),
            SecretsManager = entry.Key("secretsManager") is { } secret ? SecretsManagerReader.Read(secret, account) : null,
            RequireMfa = entry.Key("requireMfa")?.Boolean() ?? Default.RequireMfa,
            SourceIpRanges = entry.Key("sourceIpRanges")?.Items("Expected a list of IP ranges", item => item.Text(TextRule.IpRange)) ?? [],
            PermissionsBoundary = CommonReader.PermissionsBoundary(entry, account),
            Protect = CommonReader.Protect(entry),
        };
        entry.RejectOtherKeys();
        foreach (var key in assumedBy is null ? OfARole : OfAUser)
        {
            entry.Key(key)?.Report(assumedBy is null
                ? "Without assumedBy the deployer is a user: its name is userName"
                : "With assumedBy the deployer is a role, which has no user name, no access key and no MFA");
        }

        return settings;
    }
}
