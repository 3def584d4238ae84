using SageMakerIam.Iam;
using SageMakerIam.Plan.Rotation;
using SageMakerIam.Settings;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Plan;

/// <summary>
/// Finds grants to a principal that the stack makes itself and that has its policies to itself: each update would give and take away what
/// the grant says.
/// </summary>
internal static class GrantsToOwnCheck
{
    /// <summary>The grants that cannot last.</summary>
    /// <param name="settings">The settings of the stack.</param>
    /// <param name="account">The account that it stands in.</param>
    /// <param name="last">What the last update left: which names Pulumi gave.</param>
    public static IEnumerable<Fault> Faults(StackSettings settings, AwsAccount account, LastUpdate last)
    {
        var own = Exclusive(settings, last).ToList();
        return
            from grant in settings.PassRoleGrants
            let principal = grant.Value.Principal
            where principal.AccountId == account.AccountId
            let entry = own.Find(entry => entry.Is(principal))
            where entry is not null
            select new Fault(
                $"passRoleGrants.{grant.Key}.principal",
                $"'{principal}'",
                $"{entry.Path} keeps every other policy off it, this grant's too: say there what it may pass, "
                    + "or set exclusive: false there");
    }

    private static IEnumerable<Entry> Exclusive(StackSettings settings, LastUpdate last) =>
    [
        .. settings.ExecutionRoles.Where(role => role.Value.Exclusive).Select(role => new Entry(
            $"executionRoles.{role.Key}", Named("role", role.Value.RoleName) ?? last.ResourceOf(LastUpdate.RoleArnsOutput, role.Key))),
        .. settings.Deployers.Where(deployer => deployer.Value.Exclusive).Select(deployer => new Entry(
            $"deployers.{deployer.Key}",
            Named("user", deployer.Value.UserName) ?? Named("role", deployer.Value.RoleName)
                ?? last.ResourceOf(LastUpdate.ArnsOutput, deployer.Key))),
    ];

    private static string? Named(string kind, string? name) => name is null ? null : $"{kind}/{name}";

    /// <summary>An entry that has its policies to itself.</summary>
    /// <param name="Path">Where it stands in the configuration.</param>
    /// <param name="Principal">The role or user as the resource of an ARN, <c>role/training</c> say; null where it has no name yet.</param>
    private sealed record Entry(string Path, string? Principal)
    {
        // IAM compares names without regard to case. An adopted principal may have a path, which the settings do not say.
        public bool Is(Arn principal) =>
            string.Equals(Principal, principal.Resource, StringComparison.OrdinalIgnoreCase)
            || string.Equals(Principal, $"{(principal.IsUser ? "user" : "role")}/{principal.Name}", StringComparison.OrdinalIgnoreCase);
    }
}
