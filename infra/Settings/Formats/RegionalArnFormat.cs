using SageMakerIam.Iam;

namespace SageMakerIam.Settings.Formats;

/// <summary>The format of the ARN of something in a region: the stack's own, or another one that there is.</summary>
internal abstract class RegionalArnFormat : ArnFormat
{
    /// <summary>A region's pattern.</summary>
    protected const string Region = UncheckedRegion.AnyRegion;

    /// <inheritdoc/>
    protected override bool MayStand(Arn arn, Place place) =>
        // The stack's own region may be newer than the list.
        arn.Region == place.Account.Region || (AwsRegions.IsKnown(arn.Region) && AwsAccount.In(arn.Region).Partition == arn.Partition);

    /// <inheritdoc/>
    protected override string? WhatIsWrong(Arn arn) => AwsRegions.IsKnown(arn.Region) ? null : KnownRegion.Nearest(arn.Region);
}
