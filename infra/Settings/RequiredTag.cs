using System.Collections.Immutable;
using SageMakerIam.Settings.Declarations;
using SageMakerIam.Settings.Formats;

namespace SageMakerIam.Settings;

/// <summary>A tag that something must be made with.</summary>
internal sealed record RequiredTag
{
    /// <summary>Its key.</summary>
    [Format<TagText>]
    public required string Key { get; init; }

    /// <summary>Its value is one of these. Default: none, any.</summary>
    [Format<TagText>, ListOf("values of a tag")]
    public ImmutableArray<string> Values { get; init; } = [];
}
