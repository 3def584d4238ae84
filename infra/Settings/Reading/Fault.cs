namespace SageMakerIam.Settings.Reading;

/// <summary>One thing that is wrong in a stack's configuration.</summary>
/// <param name="Path">Where: <c>deployers.developer.executionRoles[0]</c> say.</param>
/// <param name="Found">What stood there.</param>
/// <param name="Allowed">What may stand there, or what to do.</param>
internal sealed record Fault(string Path, string Found, string Allowed)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Path}: {Found}. {Allowed}.";
}
