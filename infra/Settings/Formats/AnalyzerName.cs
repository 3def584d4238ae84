namespace SageMakerIam.Settings.Formats;

/// <summary>The name of an analyzer.</summary>
/// <remarks>IAM Access Analyzer API Reference, CreateAnalyzer, analyzerName.</remarks>
internal sealed class AnalyzerName : Format
{
    /// <inheritdoc/>
    public override string Allowed => "a name of 1 to 255 letters, digits, '_', '.' and '-', beginning with a letter";

    /// <inheritdoc/>
    public override string Pattern => "[A-Za-z][A-Za-z0-9_.-]{0,254}";
}
