namespace Rehearsal.Engine;

/// <summary>A step that failed.</summary>
/// <param name="What">The URN of the resource, or the token of the function.</param>
/// <param name="Message">Why, with the error code of what the provider works with, where that refused.</param>
internal sealed record StepFailure(string What, string Message)
{
    /// <summary>Whether a provider refused it, and not the engine. Default: false.</summary>
    public bool IsProviders { get; init; }
}
