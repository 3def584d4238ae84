using Pulumi;
using SageMakerIam.Settings;

namespace SageMakerIam.Components;

/// <summary>
/// Keeps in place what an entry made under another name: its component's aliases, and through it those of all that it holds.
/// </summary>
/// <remarks>Pulumi docs, iac/concepts/resources/options/aliases.</remarks>
internal static class FormerNames
{
    /// <summary>The options of an entry's component.</summary>
    public static ComponentResourceOptions Options(IRenamed entry) => Options(entry.Formerly);

    /// <summary>The options of a component that had these names.</summary>
    public static ComponentResourceOptions Options(params IEnumerable<string> names) =>
        new() { Aliases = [.. names.Select(name => (Input<Alias>)new Alias { Name = name })] };
}
