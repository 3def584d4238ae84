using System.Collections.Immutable;

namespace Rehearsal.Engine;

/// <summary>What an update works with.</summary>
/// <param name="Project">The project's name.</param>
/// <param name="Stack">The stack's name.</param>
/// <param name="Command">What the program is run for.</param>
/// <param name="IsPreview">Whether nothing may be changed.</param>
/// <param name="Config">The stack's configuration, which has the settings of the default providers.</param>
/// <param name="Providers">The providers.</param>
/// <param name="StackReferences">
/// The outputs of other stacks, and of this one before the update, by <c>project/stack</c>, for stack references.
/// </param>
internal sealed record UpdateContext(
    string Project,
    string Stack,
    UpdateCommand Command,
    bool IsPreview,
    ProgramConfig Config,
    IProviders Providers,
    ImmutableDictionary<string, ImmutableDictionary<string, object?>> StackReferences);
