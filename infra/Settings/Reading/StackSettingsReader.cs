using System.Collections.Immutable;
using System.Text.Json;
using SageMakerIam.Iam;
using SageMakerIam.Settings.Rules;

namespace SageMakerIam.Settings.Reading;

/// <summary>Reads a stack's configuration.</summary>
internal static class StackSettingsReader
{
    /// <summary>The keys of a stack's configuration.</summary>
    public static ImmutableArray<string> Keys { get; } = [.. SettingsType.Of(typeof(StackSettings)).Keys];

    /// <summary>Reads the configuration and checks all of it.</summary>
    /// <param name="stack">The stack's name, for messages.</param>
    /// <param name="configuration">A map with the keys of <see cref="StackSettings"/>.</param>
    /// <param name="account">The account and region that the stack stands in.</param>
    /// <exception cref="InvalidSettingsException">The configuration has faults.</exception>
    public static StackSettings Read(string stack, JsonElement configuration, AwsAccount account)
    {
        var (settings, faults) = Read(configuration, account);
        return faults.Count == 0 ? settings : throw new InvalidSettingsException(stack, [.. faults]);
    }

    /// <summary>The faults of a configuration; of an account that is not known yet, those that any account would have.</summary>
    /// <param name="configuration">The configuration, as for <see cref="Read(string, JsonElement, AwsAccount)"/>.</param>
    /// <param name="account">The account and region that the stack stands in.</param>
    public static IReadOnlyCollection<Fault> Faults(JsonElement configuration, AwsAccount account) => Read(configuration, account).Faults;

    private static (StackSettings Settings, List<Fault> Faults) Read(JsonElement configuration, AwsAccount account)
    {
        var reading = new SettingsReading(configuration, account);
        var settings = reading.Bind();
        StackRules.Check(reading, settings);
        return (settings, reading.Faults);
    }
}
