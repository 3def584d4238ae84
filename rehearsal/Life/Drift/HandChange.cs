using Rehearsal.Engine;

namespace Rehearsal.Life.Drift;

/// <summary>What somebody changes by hand in the account, behind the stack's back.</summary>
/// <param name="What">The change in words, <c>a policy attached to role training</c>.</param>
/// <param name="Resource">The resource of the stack that shows it.</param>
/// <param name="MakeAsync">Makes the change.</param>
internal sealed record HandChange(string What, ResourceState Resource, Func<Task> MakeAsync);
