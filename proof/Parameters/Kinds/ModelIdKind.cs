namespace Proof.Parameters.Kinds;

/// <summary>The id of a model of JumpStart, which everybody finds in its public hub.</summary>
internal sealed class ModelIdKind : ParameterKind
{
    public override string Word => "modelId";

    public override string Expected => "the id of a model of JumpStart, of letters, digits and hyphens";

    public override string Sample => "huggingface-llm-falcon-7b-bf16";

    public override string Pattern => "[A-Za-z0-9-]+";
}
