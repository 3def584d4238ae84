using Pulumi;
using SageMakerIam.Settings;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Components;

/// <summary>The names that clients give, which no policy can tell one team's from another's by.</summary>
internal static class SharedNames
{
    /// <summary>Warns of the clients whose names an entry takes for its own; says nothing where it takes none.</summary>
    /// <param name="name">The entry.</param>
    /// <param name="settings">Its settings.</param>
    /// <param name="component">The component that the warning stands beside.</param>
    public static void Warn(string name, ScopeSettings settings, ComponentResource component)
    {
        foreach (var client in settings.ClientDefaults)
        {
            var prefixes = ClientNames.OfAnyType(client).Distinct().Select(prefix => $"{prefix}…");
            Log.Warn(
                $"'{name}' may work on whatever {Vocabulary.Word(client)} names in this account ({string.Join(", ", prefixes)}), "
                + "whoever made it; give what it makes names of its own, and leave clientDefaults out.",
                component);
        }
    }
}
