using System.Collections.Immutable;

namespace SageMakerIam.Iam;

/// <summary>One statement of a policy document. What no statement allows, IAM denies.</summary>
/// <remarks>IAM User Guide, "IAM JSON policy elements: Statement".</remarks>
internal sealed record Statement
{
    /// <summary>The statement's id: letters and digits, unique in its document.</summary>
    public required string Sid { get; init; }

    /// <summary>What it does with the requests that it matches. Default: it allows them.</summary>
    public Effect Effect { get; init; } = Effect.Allow;

    /// <summary>Who is meant, in a trust policy or that of a resource. Default: null, as identity policies have it.</summary>
    public Principal? Principal { get; init; }

    /// <summary>The actions that it speaks of, <c>service:Action</c>.</summary>
    public required ImmutableArray<string> Actions { get; init; }

    /// <summary>The ARNs that the actions are done on. Default: none, as trust policies have it.</summary>
    public ImmutableArray<string> Resources { get; init; } = [];

    /// <summary>The conditions, all of which must hold. Default: none.</summary>
    public ImmutableArray<Condition> Conditions { get; init; } = [];
}
