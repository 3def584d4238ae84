using System.Collections.Immutable;
using SageMakerIam.Iam;

namespace SageMakerIam.Settings.Reading;

/// <summary>Reads an entry of <c>passRoleGrants</c>.</summary>
internal static class PassRoleGrantReader
{
    /// <summary>What to say of a setting of the role that only a principal of another account assumes.</summary>
    public const string OfNoUseInThisAccount =
        "The principal is of this account and holds the right itself: no role is made that this could apply to. Leave it out";

    private static readonly ImmutableArray<string> KeysOfARoleForAnotherAccount = ["externalId", "organization", "sessionDuration", "roleNamePrefix", "permissionsBoundary"];

    public static PassRoleGrantSettings? Read(SettingsReader entry, ImmutableSortedDictionary<string, ExecutionRoleSettings> roles, AwsAccount account)
    {
        const string allowed = "Expected a list of keys of executionRoles";
        var principalAt = entry.RequiredKey("principal", $"Expected {TextRule.RoleOrUserArn(account).Allowed}");
        var principal = principalAt?.Text(TextRule.RoleOrUserArn(account)) is { } text ? Arn.Parse(text) : null;
        var executionRoles = entry.RequiredKey("executionRoles", allowed)?.Items(allowed, item => item.Reference([.. roles.Keys], "executionRoles")) ?? [];
        var services = entry.Key("services")?.Words(Vocabularies.Services) ?? [TrustedService.SageMaker];
        var settings = new PassRoleGrantSettings
        {
            ExecutionRoles = executionRoles,
            // Without one there is a fault, and no settings are returned.
            Principal = principal!,
            Services = services,
            Adopt = AdoptReader.ReadInline(entry),
            Activities = CommonReader.Activities(entry, out var resourcePrefix),
            ResourcePrefix = resourcePrefix,
            Buckets = CommonReader.Buckets(entry),
            Repositories = CommonReader.Repositories(entry, account),
            ExternalId = entry.Key("externalId")?.Text(TextRule.ExternalId),
            Organization = entry.Key("organization")?.Text(TextRule.Organization),
            SessionDuration = entry.Key("sessionDuration")?.WholeNumber(PassRoleGrantSettings.ShortestSession, PassRoleGrantSettings.LongestSession, "seconds")
                ?? PassRoleGrantSettings.ShortestSession,
            RoleNamePrefix = entry.Key("roleNamePrefix")?.Text(TextRule.RoleNamePrefix),
            PermissionsBoundary = CommonReader.PermissionsBoundary(entry, account),
        };
        entry.RejectOtherKeys();

        ReportUntrustedServices(entry, settings, roles);
        if (principal is null)
        {
            return null;
        }

        if (!account.IsKnown)
        {
            return settings;
        }

        if (principal.AccountId == account.AccountId)
        {
            ReportKeysWithoutUse(entry);
            ReportGrantToItself(principalAt!, settings, roles);
        }
        else
        {
            ReportWhatAnotherAccountCannotUse(entry, settings);
        }

        return settings;
    }

    private static void ReportWhatAnotherAccountCannotUse(SettingsReader entry, PassRoleGrantSettings settings)
    {
        if (settings.Adopt is not null)
        {
            entry.Key("adopt")?.Report("The principal is of another account, where this stack makes its policies anew: leave it out");
        }

        if (settings.Services.Contains(TrustedService.SageMaker) && settings.Activities.IsEmpty)
        {
            (entry.Key("activities") ?? entry).Report(
                "no activities",
                $"A principal of another account can do here only what the grant says, and a role passed to SageMaker is of use only with the right to launch something; expected a list of: {Vocabularies.MLActivities}");
        }

        if (settings.SessionDuration > PassRoleGrantSettings.ShortestSession && !settings.Principal.IsUser)
        {
            // IAM User Guide, "Methods to assume a role": role chaining.
            entry.Key("sessionDuration")?.Report("The principal is a role, and a role holds another for 3600 seconds at most, whatever that one allows; it assumes it again when they are over. Leave it out");
        }
    }

    private static void ReportUntrustedServices(SettingsReader entry, PassRoleGrantSettings settings, ImmutableSortedDictionary<string, ExecutionRoleSettings> roles)
    {
        foreach (var (role, service) in settings.ExecutionRoles.SelectMany(role => settings.Services.Select(service => (role, service))))
        {
            if (!roles[role].TrustedServices.Contains(service))
            {
                (entry.Key("services") ?? entry).Report(
                    $"'{service.Principal()}'",
                    $"executionRoles.{role} does not trust it, so the role could be passed to it and never be assumed; it trusts {string.Join(", ", roles[role].TrustedServices.Select(TrustedServices.Principal))}");
            }
        }
    }

    private static void ReportKeysWithoutUse(SettingsReader entry)
    {
        foreach (var key in KeysOfARoleForAnotherAccount)
        {
            entry.Key(key)?.Report(OfNoUseInThisAccount);
        }
    }

    private static void ReportGrantToItself(SettingsReader principalAt, PassRoleGrantSettings settings, ImmutableSortedDictionary<string, ExecutionRoleSettings> roles)
    {
        // IAM compares names without regard to case.
        var itself = settings.ExecutionRoles.FirstOrDefault(role =>
            roles[role].RoleName is { } name && string.Equals(settings.Principal.Resource, $"role/{name}", StringComparison.OrdinalIgnoreCase));
        if (itself is not null)
        {
            principalAt.Report(
                $"It is executionRoles.{itself} itself, so that its work could start more work as the same role. Where it is to do that, executionRoles.{itself}.activities says what it may start");
        }
    }
}
