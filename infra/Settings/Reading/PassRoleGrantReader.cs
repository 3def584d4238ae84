using System.Collections.Immutable;
using SageMakerIam.Policies;

namespace SageMakerIam.Settings.Reading;

/// <summary>Reads an entry of <c>passRoleGrants</c>.</summary>
internal static class PassRoleGrantReader
{
    public static PassRoleGrantSettings? Read(SettingsReader entry, ImmutableSortedDictionary<string, ExecutionRoleSettings> roles, AwsAccount account)
    {
        const string allowed = "Expected a list of keys of executionRoles";
        var principalAt = entry.RequiredKey("principal", $"Expected {TextRule.RoleOrUserArn(account).Allowed}");
        var principal = principalAt?.Text(TextRule.RoleOrUserArn(account)) is { } text ? Arn.Parse(text) : null;
        var executionRoles = entry.RequiredKey("executionRoles", allowed)?.Items(allowed, item => item.Reference([.. roles.Keys], "executionRoles")) ?? [];
        var servicesAt = entry.Key("services");
        var services = servicesAt?.Words(Vocabularies.Services) ?? [TrustedService.SageMaker];
        entry.RejectOtherKeys();

        if (principal is not null && principal.AccountId != account.AccountId)
        {
            principalAt!.Report(
                $"A principal can pass only roles of its own account, and this stack is in {account.AccountId}: "
                + "PassRole does not cross accounts. Name a role of this account that the principal assumes");
        }

        foreach (var (role, service) in executionRoles.SelectMany(role => services.Select(service => (role, service))))
        {
            if (!roles[role].TrustedServices.Contains(service))
            {
                (servicesAt ?? entry).Report(
                    $"'{service.Principal()}'",
                    $"executionRoles.{role} does not trust it, so the role could be passed to it and never be assumed; it trusts {string.Join(", ", roles[role].TrustedServices.Select(TrustedServices.Principal))}");
            }
        }

        return principal is null ? null : new PassRoleGrantSettings { ExecutionRoles = executionRoles, Principal = principal, Services = services };
    }
}
