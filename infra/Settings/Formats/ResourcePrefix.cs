namespace SageMakerIam.Settings.Formats;

/// <summary>The beginning of the names of SageMaker resources.</summary>
/// <remarks>SageMaker names are letters, digits and '-'; in an ARN they are in lower case.</remarks>
internal sealed class ResourcePrefix : Format
{
    /// <inheritdoc/>
    public override string Allowed =>
        "the beginning of the names of SageMaker resources, such as 'unet-': 2 to 40 lower-case letters, digits and '-', "
        + "beginning with a letter or digit";

    /// <inheritdoc/>
    public override string Pattern => "[a-z0-9][a-z0-9-]{1,39}";
}
