using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>A principal of this account holds the grant itself, so that no role is made that some settings could apply to.</summary>
internal sealed class GrantOfThisAccountMakesNoRole : AccountRule<PassRoleGrantSettings>
{
    private const string OfNoUse =
        "The principal is of this account and holds the right itself: no role is made that this could apply to. Leave it out";

    private static readonly ImmutableArray<string> KeysOfARole =
        ["externalId", "organization", "sessionDuration", "roleNamePrefix", "permissionsBoundary", "exclusive"];

    /// <inheritdoc/>
    protected override void Check(PassRoleGrantSettings grant, SettingsNode at, StackSettings stack, AwsAccount account)
    {
        if (grant.Principal.AccountId != account.AccountId)
        {
            return;
        }

        foreach (var key in KeysOfARole)
        {
            at.Key(key)?.Report(OfNoUse);
        }

        if (grant.Guardrails?.PrincipalTag is not null)
        {
            at.Key("guardrails")!.Key("principalTag")!.Report(
                "The principal is of this account, and the stack, which does not make it, gives it no tags: write requestTags here");
        }

        at.Whole.Key("externalIds")?.Key(at.EntryKey)?.Report("an external id", OfNoUse);
    }
}
