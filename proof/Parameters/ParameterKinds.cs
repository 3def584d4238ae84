using System.Collections.Immutable;

namespace Proof.Parameters;

/// <summary>The kinds of parameters.</summary>
public static class ParameterKinds
{
    /// <summary>Every kind, in the order of their words.</summary>
    public static ImmutableArray<ParameterKind> All { get; } =
    [
        .. typeof(ParameterKind).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(ParameterKind)) && !type.IsAbstract)
            .Select(type => (ParameterKind)Activator.CreateInstance(type)!)
            .OrderBy(kind => kind.Word, StringComparer.Ordinal),
    ];

    /// <summary>What a request does with something of any kind, for the picture of a proof; null where that is nothing to show.</summary>
    public static ResourceUse? UseOf(AccessRequest request) =>
        All.Select(kind => kind.UseOf(request)).FirstOrDefault(use => use is not null);

    /// <summary>Finds the kind with a word.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static ParameterKind Of(string word) => All.FirstOrDefault(kind => kind.Word == word) ?? throw new ArgumentException(
        $"There is no kind of parameters '{word}'. There are {string.Join(", ", All.Select(kind => kind.Word))}.", nameof(word));
}
