using System.Collections.Immutable;

namespace Proof.Parameters.Kinds;

/// <summary>
/// The steps of a pipeline, a kind of step once: what a step does, in the word of its task, and the name of what SageMaker makes for it.
/// </summary>
internal sealed class StepKind : ParameterKind
{
    private static readonly ImmutableArray<string> Words =
        ["train", "tune", "process data", "transform", "run AutoML", "create model", "register a model in"];

    public override string Word => "step";

    public override string Expected => $"a step, or a list of some, each with the name of its job or model: {Words[0]} NAME. "
        + $"The steps are {string.Join(", ", Words)}";

    public override string Sample => $"{Words[0]} sample";

    public override string Pattern => $"(?:{string.Join('|', Words)}) [A-Za-z0-9._-]+";

    public override bool IsList => true;

    public override ImmutableArray<string> JsonTypes => ["string"];

    public override string OnceInAList(string value) => value[..value.LastIndexOf(' ')];

    /// <summary>The name of the step that does <paramref name="part"/>; null where there is none.</summary>
    public override string? Fill(string value, Place place, string? part) => part is null
        ? value
        : value.Split(',').FirstOrDefault(step => OnceInAList(step) == part) is { } found ? found[(part.Length + 1)..] : null;
}
