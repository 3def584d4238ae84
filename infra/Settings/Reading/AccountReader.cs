using SageMakerIam.Iam;

namespace SageMakerIam.Settings.Reading;

/// <summary>Reads an entry of <c>accounts</c>.</summary>
internal static class AccountReader
{
    /// <param name="entry">The entry.</param>
    /// <param name="accountId">Its key: the account's number.</param>
    /// <param name="grants">The PassRole grants.</param>
    /// <param name="home">The account that the stack stands in.</param>
    public static AccountSettings? Read(SettingsReader entry, string accountId, IEnumerable<PassRoleGrantSettings> grants, AwsAccount home)
    {
        var rule = TextRule.RoleArnOf(home.Partition, accountId);
        var assumeRole = entry.RequiredKey("assumeRole", $"Expected {rule.Allowed}")?.Text(rule) is { } text ? Arn.Parse(text) : null;
        entry.RejectOtherKeys();
        if (accountId == home.AccountId)
        {
            entry.Report($"the account '{accountId}'", "The stack stands in it, and needs no other role there");
        }
        else if (grants.All(grant => grant.Principal.AccountId != accountId))
        {
            entry.Report($"the account '{accountId}'", "No principal of passRoleGrants is in it, so that there is nothing to do there");
        }

        return assumeRole is null ? null : new AccountSettings { AssumeRole = assumeRole };
    }
}
