using System.Text.Json;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Configuration;

/// <summary>
/// Finds configuration whose namespace is misspelt, so that nothing reads it. A namespace that nothing here knows may be another
/// program's, out of an environment that several stacks share: it is misspelt where it and the key are both near to known ones.
/// </summary>
internal static class Namespaces
{
    /// <param name="configuration">A map of the stack's whole configuration, by <c>namespace:key</c>.</param>
    /// <param name="known">The namespaces that are read, each with its keys.</param>
    public static IEnumerable<Fault> Faults(JsonElement configuration, IReadOnlyDictionary<string, IReadOnlyCollection<string>> known)
    {
        foreach (var name in configuration.EnumerateObject().Select(property => property.Name))
        {
            if (name.Split(':', 2) is [var given, var key]
                && !known.ContainsKey(given)
                && NearestWord.Of(given, known.Keys) is { } meant
                && NearestWord.Of(key, known[meant]) is { } meantKey)
            {
                yield return new Fault(
                    name,
                    "nothing reads it",
                    $"Did you mean '{meant}:{meantKey}'? Namespaces that are read: {string.Join(", ", known.Keys)}",
                    FaultAbout.Key);
            }
        }
    }
}
