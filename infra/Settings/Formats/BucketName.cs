namespace SageMakerIam.Settings.Formats;

/// <summary>The name of an S3 bucket.</summary>
/// <remarks>Amazon S3 User Guide, "General purpose bucket naming rules".</remarks>
internal sealed class BucketName : Format
{
    /// <inheritdoc/>
    public override string Allowed =>
        "a bucket's name: 3 to 63 lower-case letters, digits, '.' and '-', beginning and ending with a letter or digit";

    /// <inheritdoc/>
    public override string Pattern => @"(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]";
}
