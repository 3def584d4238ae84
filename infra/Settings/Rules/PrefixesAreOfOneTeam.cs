using System.Collections.Immutable;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>
/// Who reaches the SageMaker resources of another is of its team: both have an execution role in common, or say the same team. The prefix
/// <c>team-</c> is the beginning of <c>team-a-</c> as well.
/// </summary>
internal sealed class PrefixesAreOfOneTeam : Rule<StackSettings>
{
    /// <inheritdoc/>
    protected override void Check(StackSettings settings, SettingsNode at, StackSettings stack)
    {
        ImmutableArray<Entry> entries =
        [
            .. stack.ExecutionRoles.Select(role => new Entry("executionRoles", role.Key, role.Value, [role.Key, .. role.Value.Passes])),
            .. stack.Deployers.Select(deployer => new Entry("deployers", deployer.Key, deployer.Value, deployer.Value.ExecutionRoles)),
            .. stack.PassRoleGrants.Select(grant => new Entry("passRoleGrants", grant.Key, grant.Value, grant.Value.ExecutionRoles)),
        ];
        foreach (var (index, entry) in entries.Index())
        {
            var items = at.Key(entry.Map)?.Key(entry.Key)?.Key("resourcePrefixes")?.Items().ToList() ?? [];
            foreach (var item in items.Where(item => item.Text is { Length: > 0 }))
            {
                var reached =
                    from pair in entries.Index()
                    where pair.Item != entry && !pair.Item.IsOfTheTeamOf(entry)
                    from prefix in pair.Item.Settings.ResourcePrefixes
                    // Of two that are equal, one is said.
                    where prefix.StartsWith(item.Text!, StringComparison.Ordinal) && (prefix != item.Text || pair.Index < index)
                    select $"'{prefix}' of {pair.Item.Map}.{pair.Item.Key}";
                if (string.Join(", ", reached) is { Length: > 0 } others)
                {
                    item.Report(
                        $"It reaches all that begins with {others}: choose prefixes of which none is the beginning of another, "
                        + "or give both entries the same team");
                }
            }
        }
    }

    private sealed record Entry(string Map, string Key, IOfATeam Settings, ImmutableArray<string> Roles)
    {
        public bool IsOfTheTeamOf(Entry other) =>
            Roles.Intersect(other.Roles).Any() || (Settings.Team is not null && Settings.Team == other.Settings.Team);
    }
}
