namespace SageMakerIam.Plan.LookUps;

/// <summary>Whether something is there.</summary>
/// <param name="Arn">Its ARN; null if it is not there, or that could not be asked.</param>
/// <param name="Refusal">Why it could not be asked; null if it could.</param>
internal sealed record Presence(string? Arn, string? Refusal)
{
    /// <summary>It is not there.</summary>
    public static Presence Absent { get; } = new(null, null);
}
