using System.Collections.Immutable;
using SageMakerIam.Iam;

namespace SageMakerIam.Settings.Reading;

/// <summary>Reads <c>externalIds</c>. They may be secret, and no fault shows one.</summary>
internal static class ExternalIdReader
{
    public static ImmutableSortedDictionary<string, string> Read(
        SettingsReader? map, ImmutableSortedDictionary<string, PassRoleGrantSettings> grants, AwsAccount account)
    {
        var externalIds = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        const string allowed = "Expected a map of external ids, each by its key in passRoleGrants";
        if (map is { IsMap: false })
        {
            map.Report(SettingsReader.NotShown, allowed);
            return externalIds.ToImmutable();
        }

        foreach (var (name, entry) in map?.Entries(allowed) ?? [])
        {
            if (grants.GetValueOrDefault(name) is not { } grant)
            {
                entry.Report($"the name '{name}'", SettingsReader.ExpectedKey(name, [.. grants.Keys], "passRoleGrants"));
            }
            else if (grant.ExternalId is not null)
            {
                entry.Report("a second external id", $"passRoleGrants.{name}.externalId gives one already: leave one of the two out");
            }
            else if (account.IsKnown && grant.Principal.AccountId == account.AccountId)
            {
                entry.Report("an external id", PassRoleGrantReader.OfNoUseInThisAccount);
            }

            externalIds[name] = entry.SecretText(TextRule.ExternalId) ?? "";
        }

        return externalIds.ToImmutable();
    }
}
