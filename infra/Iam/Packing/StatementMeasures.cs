using System.Collections.Immutable;

namespace SageMakerIam.Iam.Packing;

/// <summary>The sizes that a statement would have with only some of its resources, without writing each out.</summary>
internal sealed class StatementMeasures
{
    /// <summary>What a part of a statement has in its Sid, before its number.</summary>
    public const string PartOfSid = "From";

    /// <summary>The size of a document without statements.</summary>
    public static int EmptyDocument { get; } = new PolicyDocument([]).Size;

    private const int LongestNumber = 4;
    private const int QuotesAndComma = 3;

    private readonly int withoutResources;
    private readonly ImmutableArray<int> resourcesUpTo;

    public StatementMeasures(Statement statement)
    {
        // With the comma behind the statement, and the brackets of a list even where one resource needs none.
        withoutResources = new PolicyDocument([statement with { Resources = ["", ""] }]).Size - EmptyDocument - (2 * QuotesAndComma) + 2;
        var sum = 0;
        resourcesUpTo = [0, .. statement.Resources.Select(resource => sum += resource.Length + QuotesAndComma)];
    }

    /// <summary>The size with the resources from one up to another, never less than it turns out to be.</summary>
    public int Of(int start, int end) =>
        withoutResources
        + resourcesUpTo[end] - resourcesUpTo[start]
        + (end - start == resourcesUpTo.Length - 1 ? 0 : PartOfSid.Length + LongestNumber);
}
