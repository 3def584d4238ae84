using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>
/// A role that is passed by who is bound in what it launches, and that launches work itself, is bound as well: its work would go around.
/// </summary>
internal sealed class PassedRolesAreBoundAlike : Rule<IControlled>
{
    /// <inheritdoc/>
    protected override void Check(IControlled principal, SettingsNode at, StackSettings stack)
    {
        var (passed, key) = principal switch
        {
            DeployerSettings deployer => (deployer.ExecutionRoles, "executionRoles"),
            PassRoleGrantSettings grant => (grant.ExecutionRoles, "executionRoles"),
            ExecutionRoleSettings role => (role.Passes, "passes"),
            _ => ([], ""),
        };
        foreach (var name in passed)
        {
            if (stack.ExecutionRoles.GetValueOrDefault(name) is not { Activities.IsEmpty: false } role)
            {
                continue;
            }

            string[] missing = [.. Missing(principal, role)];
            if (missing.Length > 0)
            {
                at.Key(key)!.Items().First(item => item.Text == name).Report(
                    $"executionRoles.{name} launches work itself, and is not bound to do so alike: "
                    + $"give it {string.Join(" and ", missing)}");
            }
        }
    }

    // What the role is less bound in than who passes it, as settings.
    private static IEnumerable<string> Missing(IControlled principal, ExecutionRoleSettings role) =>
    [
        .. principal.RequireKeys && !role.RequireKeys ? ["requireKeys"] : Array.Empty<string>(),
        .. principal.RequireKeys && role.RequireKeys ? Beyond("kmsKeys", role.KmsKeys, principal.KmsKeys) : [],
        .. principal.RequireVpc is { } vpc ? MissingOf(vpc, role.RequireVpc) : [],
        .. principal.Guardrails is { } guardrails ? MissingOf(guardrails, role.Guardrails) : [],
    ];

    private static IEnumerable<string> MissingOf(RequiredVpc passer, RequiredVpc? role) => role is null
        ? ["requireVpc"]
        :
        [
            .. Beyond("requireVpc.subnets", role.Subnets, passer.Subnets),
            .. Beyond("requireVpc.securityGroups", role.SecurityGroups, passer.SecurityGroups),
            .. passer.NetworkIsolation && !role.NetworkIsolation ? ["requireVpc.networkIsolation"] : Array.Empty<string>(),
        ];

    private static IEnumerable<string> MissingOf(GuardrailSettings passer, GuardrailSettings? given)
    {
        if (given is not { } role)
        {
            return ["guardrails"];
        }

        (string Setting, bool IsLess)[] settings =
        [
            ("maxRuntimeInSeconds", passer.MaxRuntimeInSeconds < (role.MaxRuntimeInSeconds ?? int.MaxValue)),
            ("rootAccess: false", !passer.RootAccess && role.RootAccess),
            ("directInternetAccess: false", !passer.DirectInternetAccess && role.DirectInternetAccess),
            (
                "minimumInstanceMetadataServiceVersion",
                passer.MinimumInstanceMetadataServiceVersion > role.MinimumInstanceMetadataServiceVersion),
            ("remoteDebug: false", !passer.RemoteDebug && role.RemoteDebug),
            ("remoteAccess: false", !passer.RemoteAccess && role.RemoteAccess),
            ("publicWorkteams: false", !passer.PublicWorkteams && role.PublicWorkteams),
            ("modelApproval: false", !passer.ModelApproval && role.ModelApproval),
        ];
        return
        [
            .. MissingOf(passer.InstanceTypes, role.InstanceTypes),
            .. settings.Where(setting => setting.IsLess).Select(setting => $"guardrails.{setting.Setting}"),
            .. passer.RequestTags.Where(tag => !role.RequestTags.Any(other => IsAsNarrow(other, tag)))
                .Select(tag => $"guardrails.requestTags {tag.Key}"),
            .. passer.PrincipalTag is { } own && role.PrincipalTag != own
                ? [$"guardrails.principalTag {own.Key}={own.Value}"] : Array.Empty<string>(),
        ];
    }

    // Where there are no instance types, any is allowed.
    private static IEnumerable<string> MissingOf(ImmutableArray<string> passer, ImmutableArray<string> role)
    {
        const string Setting = "guardrails.instanceTypes";
        if (passer.IsEmpty)
        {
            return [];
        }

        return role.IsEmpty ? [Setting] : Beyond(Setting, role, passer);
    }

    private static bool IsAsNarrow(RequiredTag tag, RequiredTag than) => tag.Key == than.Key
        && (than.Values.IsEmpty || (!tag.Values.IsEmpty && tag.Values.All(than.Values.Contains)));

    // A role's setting that holds more than that of who passes it. Of both, instance types alone may be patterns.
    private static IEnumerable<string> Beyond(string setting, IEnumerable<string> role, ImmutableArray<string> passer)
    {
        string[] more = [.. role.Where(value => !passer.Any(own => Repetition.Covers(own, value)))];
        return more.Length == 0 ? [] : [$"{setting} without {string.Join(", ", more)}"];
    }
}
