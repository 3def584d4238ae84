using Rehearsal.Engine;

namespace Rehearsal.Life.Drift;

/// <summary>What somebody changes by hand in the account, behind the stack's back.</summary>
/// <param name="What">The change in words, <c>a policy attached to role training</c>.</param>
/// <param name="Resource">The resource of the stack that shows it.</param>
/// <param name="MakeAsync">Makes the change.</param>
internal sealed record HandChange(string What, ResourceState Resource, Func<Task> MakeAsync)
{
    /// <summary>
    /// Whether a warning, or the error that refuses an update, tells of the change, which no resource can show. Default: null, the resource
    /// shows it.
    /// </summary>
    public Func<string, bool>? IsToldBy { get; init; }

    /// <summary>Whether a preview shows the change.</summary>
    public bool IsShownBy(UpdateResult preview) => IsToldBy is null
        ? preview.Steps.Any(step => step.Urn == Resource.Urn && step.Changes)
        : preview.Warnings.Concat(preview.Errors).Any(IsToldBy);
}
