using SageMakerIam.Settings.Declarations;
using SageMakerIam.Settings.Formats;

namespace SageMakerIam.Settings;

/// <summary>
/// An analyzer of IAM Access Analyzer, which finds what of the account is shared with others. What the stack means to share is put away by
/// archive rules: for the one role, secret or repository, and for whom it is shared with.
/// </summary>
/// <remarks>IAM User Guide, "Using AWS IAM Access Analyzer" and "Archive rules".</remarks>
internal sealed record AnalyzerSettings
{
    /// <summary>
    /// The analyzer's name: at most 255 letters, digits and <c>_.-</c>, beginning with a letter. AWS gives a region of an account one such
    /// analyzer.
    /// </summary>
    [Format<AnalyzerName>]
    public required string Name { get; init; }
}
