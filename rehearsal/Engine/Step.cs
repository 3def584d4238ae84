using System.Collections.Immutable;

namespace Rehearsal.Engine;

/// <summary>What an update did, or in a preview would do, with one resource.</summary>
/// <param name="Urn">The resource.</param>
/// <param name="Parent">Its parent's URN; empty for the stack.</param>
/// <param name="Kind">What was done.</param>
/// <param name="ChangedInputs">
/// The names of the inputs that made it so, for an update, a replacement or an import that changed something.
/// </param>
internal sealed record Step(string Urn, string Parent, StepKind Kind, ImmutableArray<string> ChangedInputs)
{
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
}
