using System.Text.RegularExpressions;
using Rehearsal.Providers.Aws;

namespace Rehearsal.StackFiles;

/// <summary>
/// The account that a stack stands in. Much depends on it: to a principal of the same account a grant is a policy, to one of another
/// account it is a role.
/// </summary>
internal static partial class OwnAccount
{
    /// <summary>The account of the credentials that a stack runs with.</summary>
    /// <param name="config">The stack's configuration.</param>
    /// <param name="given">The account that the user gave for this run; null for none.</param>
    /// <exception cref="BadInputException">The configuration names accounts, and nothing says which of them is the stack's own.</exception>
    public static string Of(StackConfig config, string? given)
    {
        var account = given ?? AwsProviderSettings.HomeAccount(config.AwsSettings);
        var named = given is null && !AwsProviderSettings.SaysAccount(config.AwsSettings)
            ? Named(config).Where(place => place.Account != account).ToList()
            : [];
        if (named.Count == 0)
        {
            return account;
        }

        var accounts = named.Select(place => place.Account).Distinct().Order(StringComparer.Ordinal).ToList();
        throw new BadInputException(
            config.Path,
            $"it names {string.Join(" and ", accounts)}, and does not say which account it stands in:"
                + $"{string.Concat(named.Select(place => $"\n  {place.Path} names {place.Account}"))}",
            $"Say it in the file, aws:allowedAccountIds: [\"{accounts[0]}\"], which keeps `pulumi up` out of every other account, too; "
                + $"or for this run, --account {accounts[0]}");
    }

    // A repository is often one of AWS's own accounts, and works alike in every account.
    private static IEnumerable<(string Path, string Account)> Named(StackConfig config) =>
        from text in ConfiguredTexts.Of(config)
        let arn = Arn().Match(text.Value)
        where arn.Success && arn.Groups["service"].Value != "ecr"
        select (text.Path, arn.Groups["account"].Value);

    [GeneratedRegex("^arn:[^:]+:(?<service>[^:]+):[^:]*:(?<account>[0-9]{12}):")]
    private static partial Regex Arn();
}
