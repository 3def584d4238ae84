using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Aws;
using SageMakerIam.Iam;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Configuration;

/// <summary>
/// Checks the <c>aws:*</c> configuration. The engine hands what the AWS provider does not know on to it, and the provider says nothing:
/// an account guard that is misspelt guards nothing.
/// </summary>
internal static class ProviderConfiguration
{
    /// <summary>The namespace of the provider's configuration.</summary>
    public const string Namespace = "aws";

    /// <summary>The provider's keys, as the package that this program is built on says them.</summary>
    public static ImmutableSortedDictionary<string, Type> Keys { get; } = KeysOf(typeof(ProviderArgs));

    /// <summary>The faults of the <c>aws:*</c> configuration.</summary>
    /// <param name="configuration">A map of the stack's whole configuration, by <c>namespace:key</c>.</param>
    public static IEnumerable<Fault> Faults(JsonElement configuration)
    {
        const string prefix = $"{Namespace}:";
        var own = configuration.EnumerateObject().Where(property => property.Name.StartsWith(prefix, StringComparison.Ordinal));
        var map = JsonSerializer.SerializeToElement(own.ToDictionary(property => property.Name, property => property.Value));
        var reading = new SettingsReading(map, AwsAccount.In(""));
        Check(reading.Root, Keys, prefix);
        return reading.Faults;
    }

    // A value of another type than the provider's is the provider's to refuse.
    private static void Check(SettingsNode map, ImmutableSortedDictionary<string, Type> keys, string prefix = "")
    {
        foreach (var (key, type) in keys)
        {
            if (map.Key(prefix + key) is { } value && KeysOf(type) is { IsEmpty: false } inner)
            {
                foreach (var item in (value.IsList ? value.Items() : [value]).Where(item => item.IsMap))
                {
                    Check(item, inner);
                }
            }
        }

        map.ReportKeysOtherThan([.. keys.Keys.Select(key => prefix + key)]);
    }

    /// <summary>The keys of arguments, each with the type of its value, or of the items of its value.</summary>
    private static ImmutableSortedDictionary<string, Type> KeysOf(Type arguments) =>
        typeof(global::Pulumi.ResourceArgs).IsAssignableFrom(arguments)
        ? arguments.GetProperties().Where(property => property.CanWrite).ToImmutableSortedDictionary(
            property => JsonNamingPolicy.CamelCase.ConvertName(property.Name),
            property => property.PropertyType.GetGenericArguments()[0],
            StringComparer.Ordinal)
        : ImmutableSortedDictionary<string, Type>.Empty;
}
