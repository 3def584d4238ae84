using SageMakerIam.Iam;

namespace SageMakerIam.Settings.Formats;

/// <summary>The ARN of a managed policy of this account or of AWS.</summary>
/// <remarks>IAM User Guide, "IAM identifiers".</remarks>
internal class PolicyArn : ArnFormat
{
    /// <summary>The pattern of the ARN.</summary>
    protected const string ArnPattern = $"{AnyPartition}:iam::(?:{Account}|aws):policy/{NamePattern}";

    /// <summary>The pattern of a policy's name with its path.</summary>
    protected const string NamePattern = "(?:[A-Za-z0-9_+=,.@-]+/)*[A-Za-z0-9_+=,.@-]{1,128}";

    /// <inheritdoc/>
    public override string Allowed => "the ARN of a policy of this account or of AWS, 'arn:aws:iam::ACCOUNT:policy/NAME'";

    /// <inheritdoc/>
    public override string Pattern => ArnPattern;

    /// <inheritdoc/>
    public override string AllowedAt(Place place) =>
        base.AllowedAt(place).Replace("ACCOUNT", place.Account.AccountId, StringComparison.Ordinal);

    /// <inheritdoc/>
    protected override bool MayStand(Arn arn, Place place) => arn.AccountId == "aws" || place.Account.MayBe(arn.AccountId);
}
