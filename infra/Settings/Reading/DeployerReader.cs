using SageMakerIam.Policies;

namespace SageMakerIam.Settings.Reading;

/// <summary>Reads an entry of <c>deployers</c>.</summary>
internal static class DeployerReader
{
    public static DeployerSettings Read(SettingsReader entry, IReadOnlyCollection<string> executionRoles, AwsAccount account)
    {
        var settings = new DeployerSettings
        {
            UserName = entry.Key("userName")?.Text(TextRule.IamName),
            ExecutionRoles = entry.Key("executionRoles")?.Items("Expected a list of keys of executionRoles", item => item.Reference(executionRoles, "executionRoles")) ?? [],
            Activities = CommonReader.Activities(entry, out var resourcePrefix),
            ResourcePrefix = resourcePrefix,
            Buckets = CommonReader.Buckets(entry),
            Repositories = CommonReader.Repositories(entry, account),
            AccessKey = entry.Key("accessKey") is { } accessKey ? AccessKeyReader.Read(accessKey) : new(),
            PermissionsBoundary = CommonReader.PermissionsBoundary(entry, account),
            Protect = CommonReader.Protect(entry),
        };
        entry.RejectOtherKeys();
        return settings;
    }
}
