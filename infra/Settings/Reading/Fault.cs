namespace SageMakerIam.Settings.Reading;

/// <summary>One thing that is wrong in a stack's configuration.</summary>
/// <param name="Path">Where: <c>deployers.developer.executionRoles[0]</c> say.</param>
/// <param name="Found">What stood there.</param>
/// <param name="Allowed">What may stand there, or what to do.</param>
/// <param name="About">What of it is wrong. Default: the value.</param>
internal sealed record Fault(string Path, string Found, string Allowed, FaultAbout About = FaultAbout.Value)
{
    /// <summary>Where it stands in the stack file, as <c>file:line:column</c>. Default: null, not known.</summary>
    public string? Place { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{(Place is null ? "" : $"{Place}: ")}{VisibleText.Of($"{Path}: {Found}. {Allowed}.")}";
}
