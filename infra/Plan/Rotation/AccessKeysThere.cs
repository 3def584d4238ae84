using System.Collections.Immutable;
using SageMakerIam.Settings;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Plan.Rotation;

/// <summary>The access keys of a deployer that are there after an update.</summary>
/// <param name="Current">The generation of the newest.</param>
/// <param name="Previous">What has become of the key of the generation before; null if the settings ask for it and it is not there.</param>
internal sealed record AccessKeysThere(int Current, PreviousAccessKey? Previous)
{
    /// <summary>The keys as the value of an output.</summary>
    public ImmutableDictionary<string, object?> ToOutput() => ImmutableDictionary.CreateRange(new Dictionary<string, object?>
    {
        ["generation"] = Current,
        ["previous"] = Previous is { } previous ? Vocabulary.Word(previous) : null,
    });
}
