using System.Collections.Immutable;

namespace Rehearsal.Engine;

/// <summary>Gives a stack another name, which its URNs bear: <c>pulumi stack rename</c>.</summary>
/// <remarks>pulumi/pulumi, <c>pkg/resource/edit/operations.go</c>, RenameStack.</remarks>
internal static class StackRenaming
{
    /// <summary>The state under the other name.</summary>
    /// <param name="state">The state.</param>
    /// <param name="project">The project's name.</param>
    /// <param name="from">The stack's name.</param>
    /// <param name="to">Its other name.</param>
    public static StackState Rename(StackState state, string project, string from, string to)
    {
        var root = Urn.Create(from, project, "", Urn.StackType, $"{project}-{from}");
        string Renamed(string urn) => urn == root
            ? Urn.Create(to, project, "", Urn.StackType, $"{project}-{to}")
            : urn.Replace($"urn:pulumi:{from}::", $"urn:pulumi:{to}::", StringComparison.Ordinal);
        ImmutableArray<string> All(IEnumerable<string> urns) => [.. urns.Select(Renamed)];
        return state with
        {
            Resources =
            [
                .. state.Resources.Select(resource => resource with
                {
                    Goal = resource.Goal with
                    {
                        Urn = Renamed(resource.Urn),
                        Parent = Renamed(resource.Goal.Parent),
                        Provider = Renamed(resource.Goal.Provider),
                        Dependencies = All(resource.Goal.Dependencies),
                        PropertyDependencies = resource.Goal.PropertyDependencies.ToImmutableDictionary(
                            input => input.Key, input => All(input.Value)),
                    },
                }),
            ],
        };
    }
}
