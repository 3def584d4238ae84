using SageMakerIam.Iam;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Formats;

/// <summary>The name of one of AWS's own images for SageMaker, which its account hosts in the stack's region.</summary>
internal sealed class AwsImage : Format
{
    /// <inheritdoc/>
    public override string Allowed => "the repository of one of AWS's own images, such as 'pytorch-training', without account and tag";

    /// <inheritdoc/>
    public override string Pattern => string.Join('|', AwsImages.Names);

    /// <inheritdoc/>
    public override string? Lesson(string text) =>
        NearestWord.Of(text, AwsImages.Names) is { } nearest ? $"The nearest one is '{nearest}'" : null;

    /// <inheritdoc/>
    public override string? Objection(string text, Place place) => AwsImages.AccountOf(text, place.Account.Region) is null
        ? $"This program knows no account that hosts it in {place.Account.Region}: give the repository by its ARN, under pull. "
            + $"It knows those of {string.Join(", ", AwsImages.RegionsOf(text))}"
        : null;
}
