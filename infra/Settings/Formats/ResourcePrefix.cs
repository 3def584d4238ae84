namespace SageMakerIam.Settings.Formats;

/// <summary>The beginning of the names of SageMaker resources.</summary>
/// <remarks>SageMaker compares names as they are written, capitals included; pages from before April 2023 say lower case.</remarks>
internal sealed class ResourcePrefix : Format
{
    /// <inheritdoc/>
    public override string Allowed =>
        "the beginning of the names of SageMaker resources, such as 'unet-': 2 to 40 letters, digits and '-', "
        + "beginning with a letter or digit";

    /// <inheritdoc/>
    public override string Pattern => "[A-Za-z0-9][A-Za-z0-9-]{1,39}";
}
