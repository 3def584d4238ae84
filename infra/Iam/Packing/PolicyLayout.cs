using System.Collections.Immutable;

namespace SageMakerIam.Iam.Packing;

/// <summary>
/// Which part of a principal's statements stands in which of its policies: as much as fits inline, the rest in as few
/// managed policies as were found to hold it.
/// </summary>
/// <remarks>
/// A layout is made once, over ARNs as long as they can get, and then filled with the ARNs that are known when the
/// resources exist: how many policies there are never depends on an output.
/// </remarks>
internal sealed class PolicyLayout
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
    /// <param name="statements">The statements.</param>
    /// <param name="quota">What the principal can hold.</param>
    /// <exception cref="PolicyTooLargeException">The statements do not fit.</exception>
    public static PolicyLayout Of(ImmutableArray<Statement> statements, PolicyQuota quota)
    {
        // What denies comes first: while a statement moves from one policy to another, neither has it, and what is allowed changes often.
        var pieces = Enumerable.Range(0, statements.Length)
            .Select(index => new Piece(new StatementMeasures(statements[index]), index, 0, statements[index].Resources.Length))
            .OrderByDescending(piece => statements[piece.Statement].Effect == Effect.Deny)
            .ThenByDescending(piece => piece.Size)
            .ToImmutableArray();

        for (var managed = 0; ; managed++)
        {
            var policies = Pack(pieces, [quota.Inline, .. Enumerable.Repeat(PolicyQuota.ManagedPolicy, managed)], out var left);
            if (left == 0)
            {
                return new PolicyLayout(
                    policies[0].IsEmpty ? null : new Part(policies[0]), [.. policies[1..].Select(policy => new Part(policy))]);
            }

            if (managed == quota.ManagedPolicies)
            {
                var largest = pieces.MaxBy(piece => piece.Size)!;
                throw new PolicyTooLargeException(
                    new PolicyDocument(statements).Size, left, quota, statements[largest.Statement], largest.Size);
            }
        }
    }

    // First fit decreasing, of what denies and then of what allows: the largest statement first, into the first policy that has room for
    // it. One that no policy has room for is divided by its resources, as many as fit into the roomiest policy.
    private static ImmutableArray<ImmutableArray<Piece>> Pack(ImmutableArray<Piece> pieces, int[] capacities, out int left)
    {
        var policies = capacities.Select(_ => new List<Piece>()).ToArray();
        var room = capacities.Select(capacity => capacity - StatementMeasures.EmptyDocument).ToArray();
        left = 0;
        foreach (var whole in pieces)
        {
            for (var rest = whole; rest is not null;)
            {
                var policy = Array.FindIndex(room, free => free >= rest.Size);
                if (policy < 0)
                {
                    policy = Array.IndexOf(room, room.Max());
                }

                var (fitting, beyond) = rest.Divide(room[policy]);
                if (fitting is null)
                {
                    left += rest.Size;
                    break;
                }

                policies[policy].Add(fitting);
                room[policy] -= fitting.Size;
                rest = beyond;
            }
        }

        return [.. policies.Select(packed => packed.OrderBy(piece => piece.Statement).ThenBy(piece => piece.Start).ToImmutableArray())];
    }

    /// <summary>One policy of a layout.</summary>
    public sealed class Part
    {
        private readonly ImmutableArray<Piece> pieces;

        internal Part(ImmutableArray<Piece> pieces) => this.pieces = pieces;

        /// <summary>How long its document gets at most, in characters without white space.</summary>
        public int Size => StatementMeasures.EmptyDocument + pieces.Sum(piece => piece.Size);

        /// <param name="statements">The statements that were laid out, with the same number of resources in each.</param>
        public PolicyDocument Document(ImmutableArray<Statement> statements) => new([.. pieces.Select(piece => piece.Of(statements))]);
    }
}
