using System.Collections.Immutable;
using Rehearsal.Aws;

namespace Rehearsal.Engine;

/// <summary>What an update works with.</summary>
/// <param name="Project">The project's name.</param>
/// <param name="Stack">The stack's name.</param>
/// <param name="IsPreview">Whether nothing may be changed.</param>
/// <param name="AwsSettings">The settings of the default provider: the stack's <c>aws:*</c> configuration.</param>
/// <param name="HomeAccount">The account of the credentials that the stack runs with.</param>
/// <param name="Aws">The emulated AWS.</param>
/// <param name="StackReferences">
/// The outputs of other stacks, and of this one before the update, by <c>project/stack</c>, for stack references.
/// </param>
internal sealed record UpdateContext(
    string Project,
    string Stack,
    bool IsPreview,
    PropertyMap AwsSettings,
    string HomeAccount,
    EmulatedAws Aws,
    ImmutableDictionary<string, ImmutableDictionary<string, object?>> StackReferences);
