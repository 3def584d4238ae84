using SageMakerIam.Iam;

namespace SageMakerIam.Settings.Formats;

/// <summary>The ARN of a role of the account that keys the entry.</summary>
/// <remarks>IAM User Guide, "IAM identifiers".</remarks>
internal sealed class RoleArnOfThatAccount : ArnFormat
{
    /// <inheritdoc/>
    public override string Allowed => "the ARN of a role of that account, 'arn:aws:iam::ACCOUNT:role/NAME'";

    /// <inheritdoc/>
    public override string Pattern => $"{AnyPartition}:iam::{Account}:role/{RoleOrUserArn.PathAndName}";

    /// <inheritdoc/>
    public override string AllowedAt(Place place) => base.AllowedAt(place).Replace("ACCOUNT", place.EntryKey, StringComparison.Ordinal);

    /// <inheritdoc/>
    protected override bool MayStand(Arn arn, Place place) => arn.AccountId == place.EntryKey;
}
