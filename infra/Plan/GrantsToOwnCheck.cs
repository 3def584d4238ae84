using SageMakerIam.Iam;
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
    /// <param name="own">The principals that the stack makes itself.</param>
    public static IEnumerable<Fault> Faults(StackSettings settings, AwsAccount account, IReadOnlyCollection<OwnPrincipal> own) =>
        from grant in settings.PassRoleGrants
        let principal = grant.Value.Principal
        where principal.AccountId == account.AccountId
        let entry = own.FirstOrDefault(entry => entry.IsExclusive && entry.Is(principal))
        where entry is not null
        select new Fault(
            $"passRoleGrants.{grant.Key}.principal",
            $"'{principal}'",
            $"{entry.Path} keeps every other policy off it, this grant's too: say there what it may pass, "
                + "or set exclusive: false there");
}
