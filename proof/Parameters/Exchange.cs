using System.Collections.Immutable;

namespace Proof.Parameters;

/// <summary>
/// What "do the same with another" exchanges for strangers: things of the same kind that belong to someone else. They are fixed, so that a
/// contract cannot choose its own adversary; where a name can be mistaken for another by its beginning, one such name is among them.
/// </summary>
/// <param name="Word">The word that says what: <c>bucket</c>.</param>
public sealed record Exchange(string Word)
{
    /// <summary>The strangers to a value of a parameter; null where the parameter can be left out.</summary>
    /// <param name="value">The value that is the principal's own.</param>
    /// <param name="place">The stack's place.</param>
    /// <param name="roles">The ARNs of all roles of the contract.</param>
    public delegate IEnumerable<string?> StrangersTo(string value, Place place, IEnumerable<string> roles);

    /// <summary>The strangers to a value of a parameter. Default: none.</summary>
    public StrangersTo Strangers { get; init; } = (_, _, _) => [];

    /// <summary>The strangers to a literal of a request (<c>{service=sagemaker.amazonaws.com}</c>). Default: none.</summary>
    public ImmutableArray<string> StrangersToLiteral { get; init; } = [];

    /// <summary>Another place than the stack's; null where it is no place that is exchanged, which is the default.</summary>
    public Func<Place, Place?> PlaceOfStrangers { get; init; } = _ => null;
}
