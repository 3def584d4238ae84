using System.Collections.Immutable;

namespace Proof.Parameters;

/// <summary>
/// What "do the same with another" exchanges for strangers: things of the same kind that belong to someone else. The nearest to the value
/// that is the principal's own are among them, so that what is granted one step too wide lets one in, and a contract cannot choose its own
/// adversary.
/// </summary>
/// <param name="Word">The word that says what: <c>bucket</c>.</param>
public sealed record Exchange(string Word)
{
    /// <summary>The strangers to a value of a parameter; null where the parameter can be left out.</summary>
    /// <param name="value">The value that is the principal's own.</param>
    /// <param name="near">What it stands beside.</param>
    public delegate IEnumerable<string?> StrangersTo(string value, Neighbourhood near);

    /// <summary>The strangers to a value of a parameter. Default: none.</summary>
    public StrangersTo Strangers { get; init; } = (_, _) => [];

    /// <summary>
    /// The strangers to a literal of a request (<c>{service=sagemaker.amazonaws.com}</c>), each made from it; null where there is none.
    /// </summary>
    public ImmutableArray<Func<string, string?>> StrangersToLiteral { get; init; } = [];

    /// <summary>Other places than the stack's. Default: none, where it is no place that is exchanged.</summary>
    public Func<Place, IEnumerable<Place>> PlacesOfStrangers { get; init; } = _ => [];

    /// <summary>
    /// The condition keys, or their endings, whose values it exchanges: a request is tried with what is nearest to the value, and without
    /// the key. Default: none.
    /// </summary>
    public ImmutableArray<string> Keys { get; init; } = [];

    /// <summary>The strangers to a value of those keys; null for a request without the key. Default: the nearest, and null.</summary>
    public StrangersTo StrangersToValue { get; init; } = (value, _) => NearestAndNone(value);

    /// <summary>What is tried in place of a value of a condition key; null for a request without the key.</summary>
    public IEnumerable<string?> StrangersToKey(string key, string value, Neighbourhood near) =>
        Concerns(key) ? StrangersToValue(value, near) : [];

    /// <summary>
    /// The strangers to the circumstances in which a principal asks: in each of them it asks for all that it may. Default: none.
    /// </summary>
    public Func<IReadOnlyList<Circumstances>, IEnumerable<Circumstances>> StrangersToCircumstances { get; init; } = _ => [];

    /// <summary>What is nearest to a value of a condition key, and null, for a request without the key.</summary>
    internal static IEnumerable<string?> NearestAndNone(string value) =>
        [null, .. bool.TryParse(value, out _) ? [] : IsArn(value) ? Nearest.OfArn(value) : Nearest.Of(value)];

    /// <summary>Whether the values of a condition key are among what it exchanges.</summary>
    internal bool Concerns(string key) => Keys.Any(ending => key.EndsWith(ending, StringComparison.Ordinal));

    private static bool IsArn(string value) => value.StartsWith("arn:", StringComparison.Ordinal);
}
