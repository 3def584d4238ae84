using SageMakerIam.Iam;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Formats;

/// <summary>A region of AWS, by its name.</summary>
internal sealed class KnownRegion : Format
{
    /// <inheritdoc/>
    public override string Allowed =>
        "a region of AWS, such as 'us-east-1'; for one that is newer than this program's list, set aws:skipRegionValidation to true";

    /// <inheritdoc/>
    public override string Pattern => string.Join('|', AwsRegions.Names);

    /// <inheritdoc/>
    public override string? Lesson(string text) => Nearest(text);

    /// <summary>The nearest region to one that does not exist, a sentence; null where none is near.</summary>
    public static string? Nearest(string region) =>
        NearestWord.Of(region, AwsRegions.Names) is { } nearest ? $"The nearest region is '{nearest}'" : null;
}
