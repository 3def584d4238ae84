namespace SageMakerIam.Settings.Formats;

/// <summary>The number of an AWS account.</summary>
internal sealed class AccountId : Format
{
    /// <inheritdoc/>
    public override string Allowed => "the number of an account: 12 digits, in quotes";

    /// <inheritdoc/>
    public override string Pattern => "[0-9]{12}";
}
