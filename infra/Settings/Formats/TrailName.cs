namespace SageMakerIam.Settings.Formats;

/// <summary>The name of a trail.</summary>
/// <remarks>AWS CloudTrail User Guide, "Naming requirements for CloudTrail resources, Amazon S3 buckets, and KMS keys".</remarks>
internal sealed class TrailName : Format
{
    /// <inheritdoc/>
    public override string Allowed =>
        "a name of 3 to 128 letters, digits, '.', '_' and '-', beginning and ending with a letter or digit";

    /// <inheritdoc/>
    public override string Pattern => @"(?!.*[._-]{2})[A-Za-z0-9][A-Za-z0-9._-]{1,126}[A-Za-z0-9]";
}
