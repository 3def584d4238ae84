namespace Rehearsal.Engine;

/// <summary>A resource that was looked at.</summary>
/// <param name="Before">The resource as the last update left it.</param>
/// <param name="Now">The resource as it is; null when it is gone.</param>
internal sealed record RefreshedResource(ResourceState Before, ResourceState? Now)
{
    /// <summary>The resource.</summary>
    public string Urn => Before.Urn;

    /// <summary>Which inputs somebody changed.</summary>
    public InputDiff Diff { get; } = Now?.Provider is { } provider ? provider.Diff(Before, Now.Goal) : InputDiff.None;

    /// <summary>What the look came to: nothing, a change, or that it is gone.</summary>
    public StepKind Outcome => Now is null ? StepKind.Delete : Diff.Changed.IsEmpty ? StepKind.Same : StepKind.Update;
}
