namespace SageMakerIam.Settings.Formats;

/// <summary>The name of a secret in Secrets Manager.</summary>
/// <remarks>AWS Secrets Manager API Reference, CreateSecret.</remarks>
internal sealed class SecretName : Format
{
    /// <inheritdoc/>
    public override string Allowed => "the name of a secret, 1 to 512 letters, digits and any of /_+=.@-";

    /// <inheritdoc/>
    public override string Pattern => "[A-Za-z0-9/_+=.@-]{1,512}";
}
