using System.Collections.Immutable;

namespace Rehearsal.Engine;

/// <summary>What an update did, or in a preview would do, with one resource.</summary>
/// <param name="Urn">The resource.</param>
/// <param name="Parent">Its parent's URN; empty for the stack.</param>
/// <param name="Kind">What was done.</param>
/// <param name="ChangedInputs">
/// The names of the inputs that made it so, for an update, a replacement or an import that changed something; for a resource that was read
/// before, what is other than it was.
/// </param>
internal sealed record Step(string Urn, string Parent, StepKind Kind, ImmutableArray<string> ChangedInputs)
{
    /// <summary>Whether something of the stack is changed by it.</summary>
    public bool Changes => Kind is not (StepKind.Same or StepKind.Read or StepKind.Discard);

    /// <summary>
    /// Whether Pulumi's summary counts it: a resource that is read counts where it was read before, and is other than it was.
    /// </summary>
    public bool Counts => Kind != StepKind.Read || !ChangedInputs.IsEmpty;

    /// <summary>The resource's name.</summary>
    public string Name => Engine.Urn.Name(Urn);

    /// <summary>The resource's type token.</summary>
    public string Type => Engine.Urn.Type(Urn);
}

/// <summary>What is done with a resource, in Pulumi's words.</summary>
internal enum StepKind
{
    /// <summary>Nothing: it is as the program wants it.</summary>
    Same,

    /// <summary>It is created.</summary>
    Create,

    /// <summary>It is changed in place.</summary>
    Update,

    /// <summary>Another takes its place.</summary>
    Replace,

    /// <summary>An existing resource is taken over.</summary>
    Import,

    /// <summary>It is read and not managed.</summary>
    Read,

    /// <summary>It is deleted.</summary>
    Delete,

    /// <summary>It was read and is no more: the state forgets it.</summary>
    Discard,

    /// <summary>What takes the place of another is created: the part of <see cref="Replace"/> that makes something.</summary>
    CreateReplacement,

    /// <summary>What is replaced is deleted: the other part of it.</summary>
    DeleteReplaced,

    /// <summary>It is looked at as it is now.</summary>
    Refresh,
}
