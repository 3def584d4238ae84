using System.Text.Json;
using SageMakerIam.Iam;
using SageMakerIam.Settings.Formats;
using SageMakerIam.Settings.Reading.Kinds;

namespace SageMakerIam.Settings.Reading;

/// <summary>One reading of a stack's configuration: what was read, from where, and what was wrong with it.</summary>
internal sealed class SettingsReading
{
    /// <summary>Begins to read.</summary>
    /// <param name="configuration">The whole configuration.</param>
    /// <param name="account">The account and region that the stack stands in, as far as they are known.</param>
    public SettingsReading(JsonElement configuration, AwsAccount account)
    {
        Account = account;
        Root = SettingsNode.Root(configuration, this);
    }

    /// <summary>The account and region that the stack stands in, as far as they are known.</summary>
    public AwsAccount Account { get; }

    /// <summary>The whole configuration.</summary>
    public SettingsNode Root { get; }

    /// <summary>What is wrong, in the order in which it was found.</summary>
    public List<Fault> Faults { get; } = [];

    /// <summary>The records that were read whole, each with where it stands.</summary>
    public List<(SettingsNode At, object Record)> Records { get; } = [];

    /// <summary>The texts that have their format, each with where it stands.</summary>
    public List<(SettingsNode At, Format Format)> Texts { get; } = [];

    /// <summary>Reads the configuration by what the settings declare; what is faulty is reported and left out.</summary>
    public StackSettings Bind() => (StackSettings?)new RecordKind(SettingsType.Of(typeof(StackSettings))).Read(Root) ?? new();
}
