using SageMakerIam.Iam;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>An entry of accounts is another account, in which there is something to do.</summary>
internal sealed class AccountIsAnother : AccountRule<AccountSettings>
{
    /// <inheritdoc/>
    protected override void Check(AccountSettings settings, SettingsNode at, StackSettings stack, AwsAccount account)
    {
        if (at.EntryKey == account.AccountId)
        {
            at.Report($"the account '{at.EntryKey}'", "The stack stands in it, and needs no other role there");
        }
        else if (stack.PassRoleGrants.Values.All(grant => grant.Principal.AccountId != at.EntryKey))
        {
            at.Report(
                $"the account '{at.EntryKey}'", "No principal of passRoleGrants is in it, so that there is nothing to do there");
        }
    }
}
