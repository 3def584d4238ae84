namespace SageMakerIam.Settings.Formats;

/// <summary>
/// An external id. STS takes two characters and as many as 1,224; one that can be guessed keeps nobody out, and a
/// trust policy has to hold it.
/// </summary>
/// <remarks>AWS Security Token Service API Reference, AssumeRole, ExternalId.</remarks>
internal sealed class ExternalId : Format
{
    /// <inheritdoc/>
    public override string Allowed => "an external id that cannot be guessed: 16 to 256 letters, digits and any of _+=,.@:/-";

    /// <inheritdoc/>
    public override string Pattern => "[A-Za-z0-9_+=,.@:/-]{16,256}";
}
