using System.Collections.Immutable;

namespace SageMakerIam.Iam.Packing;

/// <summary>A run of the resources of one statement.</summary>
/// <param name="Measures">The sizes of the statement.</param>
/// <param name="Statement">The statement's place among the statements that are laid out.</param>
/// <param name="Start">The first resource.</param>
/// <param name="End">The resource behind the last.</param>
internal sealed record Piece(StatementMeasures Measures, int Statement, int Start, int End)
{
    /// <summary>The size in a policy document, in characters.</summary>
    public int Size => Measures.Of(Start, End);

    /// <summary>The statement that the piece stands for in a document.</summary>
    public Statement Of(ImmutableArray<Statement> statements)
    {
        var whole = statements[Statement];
        return Start == 0 && End == whole.Resources.Length
            ? whole
            : whole with { Sid = $"{whole.Sid}{StatementMeasures.PartOfSid}{Start + 1}", Resources = whole.Resources[Start..End] };
    }

    /// <summary>
    /// The longest beginning that there is room for, null if there is none, and what lies beyond it, null if nothing does.
    /// </summary>
    public (Piece? Fitting, Piece? Beyond) Divide(int room)
    {
        if (Size <= room)
        {
            return (this, null);
        }

        // Between Start, which fits with nothing, and End, which does not fit.
        var (fits, tooFar) = (Start, End);
        while (tooFar - fits > 1)
        {
            var middle = (fits + tooFar) / 2;
            (fits, tooFar) = Measures.Of(Start, middle) <= room ? (middle, tooFar) : (fits, middle);
        }

        return fits == Start ? (null, this) : (this with { End = fits }, this with { Start = fits });
    }
}
