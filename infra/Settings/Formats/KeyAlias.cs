namespace SageMakerIam.Settings.Formats;

/// <summary>The name of an alias of a KMS key, without the <c>alias/</c> before it; those that begin with <c>aws/</c> are AWS's.</summary>
/// <remarks>AWS KMS API Reference, CreateAlias.</remarks>
internal sealed class KeyAlias : Format
{
    /// <inheritdoc/>
    public override string Allowed =>
        "the name of an alias without 'alias/': 1 to 250 letters, digits and any of /_-, not beginning with 'aws/' or 'alias/'";

    /// <inheritdoc/>
    public override string Pattern => "(?!aws/|alias/)[A-Za-z0-9/_-]{1,250}";
}
