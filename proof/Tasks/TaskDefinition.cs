using Proof.Parameters;

namespace Proof.Tasks;

/// <summary>Something that people want done, as the requests that AWS then makes.</summary>
/// <param name="Name">The task in words, which are also the name of its first parameter: <c>train</c>.</param>
/// <param name="About">What it means, in a sentence.</param>
/// <param name="Source">The page of AWS's documentation that says which requests are made.</param>
/// <param name="Parameters">The parameters by name.</param>
/// <param name="Requests">The requests, in the order in which they are made.</param>
public sealed record TaskDefinition(
    string Name,
    string About,
    string Source,
    IReadOnlyDictionary<string, TaskParameter> Parameters,
    IReadOnlyList<RequestTemplate> Requests)
{
    /// <summary>The recording and the flow that it is made of. Default: null, it was written from documentation alone.</summary>
    public string? Recorded { get; init; }

    /// <summary>What its parameters are called in the recording. Default: none.</summary>
    public IReadOnlyDictionary<string, string> Named { get; init; } = new Dictionary<string, string>();
}

/// <summary>A parameter of a task.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Optional">Whether it may be left out; a request that would need it is then not made.</param>
/// <param name="MayBeNone">
/// Whether it has to be said, be it that there is none: what a task cannot do without, though it may have it from elsewhere.
/// </param>
public sealed record TaskParameter(ParameterKind Kind, bool Optional, bool MayBeNone)
{
    /// <summary>What stands in a contract where there is none.</summary>
    public const string None = "none";
}
