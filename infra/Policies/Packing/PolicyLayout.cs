using System.Collections.Immutable;

namespace SageMakerIam.Policies.Packing;

/// <summary>
/// Which part of a principal's statements stands in which of its policies: as much as fits inline, the rest in as few
/// managed policies as were found to hold it.
/// </summary>
/// <remarks>
/// A layout is made once, over ARNs as long as they can get, and then filled with the ARNs that are known when the
/// resources exist: how many policies there are never depends on an output.
/// </remarks>
public sealed class PolicyLayout
{
    private PolicyLayout(Part? inline, ImmutableArray<Part> managed)
    {
        Inline = inline;
        Managed = managed;
    }

    /// <summary>What stands inline; null when nothing does.</summary>
    public Part? Inline { get; }

    /// <summary>What stands in each managed policy.</summary>
    public ImmutableArray<Part> Managed { get; }

    /// <summary>Lays statements out.</summary>
    /// <param name="statements">The statements, each small enough for a managed policy by itself or splittable by its resources.</param>
    /// <param name="quota">What the principal can hold.</param>
    /// <exception cref="PolicyTooLargeException">The statements do not fit.</exception>
    public static PolicyLayout Of(ImmutableArray<Statement> statements, PolicyQuota quota)
    {
        ArgumentNullException.ThrowIfNull(quota);
        var pieces = statements
            .SelectMany((statement, index) => Split(new Piece(index, 0, statement.Resources.Length), statements))
            .OrderByDescending(piece => piece.Size(statements))
            .ToImmutableArray();

        for (var managed = 0; managed <= quota.ManagedPolicies; managed++)
        {
            if (TryPack(pieces, statements, [quota.Inline, .. Enumerable.Repeat(PolicyQuota.ManagedPolicy, managed)]) is [var inline, .. var rest])
            {
                return new PolicyLayout(inline.IsEmpty ? null : new Part(inline), [.. rest.Select(part => new Part(part))]);
            }
        }

        var largest = statements.MaxBy(statement => Size(statement))!;
        throw new PolicyTooLargeException(Size([.. statements]), quota, largest, Size(largest));
    }

    private static int Size(params IEnumerable<Statement> statements) => new PolicyDocument([.. statements]).Size;

    // A statement that no managed policy holds is halved by its resources until each part is held by one.
    private static IEnumerable<Piece> Split(Piece piece, ImmutableArray<Statement> statements)
    {
        var count = piece.End - piece.Start;
        if (count <= 1 || Size(piece.Of(statements)) <= PolicyQuota.ManagedPolicy)
        {
            return [piece];
        }

        var middle = piece.Start + (count / 2);
        return Split(piece with { End = middle }, statements).Concat(Split(piece with { Start = middle }, statements));
    }

    // First fit decreasing: the largest piece first, each into the first policy that has room for it.
    private static ImmutableArray<ImmutableArray<Piece>> TryPack(ImmutableArray<Piece> pieces, ImmutableArray<Statement> statements, int[] capacities)
    {
        var policies = capacities.Select(_ => new List<Piece>()).ToArray();
        var free = capacities.Select(capacity => capacity - Size()).ToArray();
        foreach (var piece in pieces)
        {
            var size = piece.Size(statements);
            var policy = Array.FindIndex(free, room => room >= size);
            if (policy < 0)
            {
                return [];
            }

            policies[policy].Add(piece);
            free[policy] -= size;
        }

        return [.. policies.Select(packed => packed.OrderBy(piece => piece.Statement).ThenBy(piece => piece.Start).ToImmutableArray())];
    }

    /// <summary>A run of the resources of one statement.</summary>
    internal sealed record Piece(int Statement, int Start, int End)
    {
        public Statement Of(ImmutableArray<Statement> statements)
        {
            var whole = statements[Statement];
            return Start == 0 && End == whole.Resources.Length ? whole : whole with { Sid = $"{whole.Sid}From{Start + 1}", Resources = whole.Resources[Start..End] };
        }

        // With the comma that parts it from the next.
        public int Size(ImmutableArray<Statement> statements) => PolicyLayout.Size(Of(statements)) - PolicyLayout.Size() + 1;
    }

    /// <summary>One policy of a layout.</summary>
    public sealed class Part
    {
        private readonly ImmutableArray<Piece> pieces;

        internal Part(ImmutableArray<Piece> pieces) => this.pieces = pieces;

        /// <summary>The policy's document.</summary>
        /// <param name="statements">The statements that were laid out, with the same number of resources in each.</param>
        public PolicyDocument Document(ImmutableArray<Statement> statements) => new([.. pieces.Select(piece => piece.Of(statements))]);
    }
}
