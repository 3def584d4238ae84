namespace Proof.Parameters.Kinds;

/// <summary>What SageMaker lists, in the API's words: <c>TrainingJobs</c>.</summary>
internal sealed class ListingKind : ParameterKind
{
    public override string Word => "listing";

    public override string Expected => "what SageMaker lists, TrainingJobs say";

    public override string Sample => "TrainingJobs";
}
