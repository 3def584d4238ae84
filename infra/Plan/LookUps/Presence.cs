using SageMakerIam.Iam;

namespace SageMakerIam.Plan.LookUps;

/// <summary>Whether something is there.</summary>
/// <param name="Arn">Its ARN; null if it is not there, or that could not be asked.</param>
/// <param name="Refusal">Why it could not be asked; null if it could.</param>
internal sealed record Presence(string? Arn, string? Refusal = null)
{
    /// <summary>It is not there.</summary>
    public static Presence Absent { get; } = new(Arn: null);

    /// <summary>What it says, if it is a policy. Default: null, it is none, or that is not known.</summary>
    public GivenPolicy? Policy { get; init; }
}
