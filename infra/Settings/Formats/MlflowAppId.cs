namespace SageMakerIam.Settings.Formats;

/// <summary>The id of an MLflow App of SageMaker.</summary>
/// <remarks>SageMaker API Reference, CreateMlflowApp.</remarks>
internal sealed class MlflowAppId : Format
{
    /// <inheritdoc/>
    public override string Allowed => "the id of an MLflow App, 'app-' and letters, digits and '-', which ends its ARN";

    /// <inheritdoc/>
    public override string Pattern => "app-[A-Za-z0-9-]{1,60}";
}
