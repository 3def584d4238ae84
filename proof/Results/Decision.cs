using System.Text.Json.Serialization;

namespace Proof.Results;

/// <summary>Whether a request is allowed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DecisionResult>))]
public enum DecisionResult
{
    /// <summary>It is.</summary>
    [JsonStringEnumMemberName("allowed")]
    Allowed,

    /// <summary>It is not.</summary>
    [JsonStringEnumMemberName("denied")]
    Denied,

    /// <summary>That could not be decided.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}

/// <summary>The judge's decision on one request.</summary>
/// <param name="Result">Whether the request is allowed.</param>
/// <param name="Why">Why it could not be decided, or the rule of IAM that denies it whatever the policies say; null otherwise.</param>
/// <param name="Explicit">Whether a statement denies it, rather than none allowing it.</param>
/// <param name="DecidedBy">The statements that allow it, or that deny it explicitly.</param>
/// <param name="Near">Of a denial: the statements that cover the action but do not match the request.</param>
public sealed record Decision(
    DecisionResult Result, string? Why, bool Explicit, IReadOnlyList<DecidingStatement> DecidedBy, IReadOnlyList<NearStatement>? Near)
{
    /// <summary>Whether the request is allowed.</summary>
    public bool Allowed => Result == DecisionResult.Allowed;

    /// <summary>Whether it could not be decided.</summary>
    public bool Failed => Result == DecisionResult.Failed;

    /// <summary>What decided, in words.</summary>
    public string Reason => Failed ? $"could not be decided: {Why}"
        : Why is not null ? Why
        : DecidedBy.Count > 0 ? $"{(Allowed ? "allowed" : "denied")} by {string.Join(" and ", DecidedBy)}"
        : Near is { Count: > 0 } ? $"no statement allows it; nearest: {string.Join("; ", Near)}"
        : "no statement allows the action";
}

/// <summary>A statement that decided.</summary>
/// <param name="Policy">The policy, in words.</param>
/// <param name="Statement">The statement's Sid, or its place.</param>
public sealed record DecidingStatement(string Policy, string Statement)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Statement} of {Policy}";
}

/// <summary>A statement that covers an action but does not match.</summary>
/// <param name="Policy">The policy, in words.</param>
/// <param name="Statement">The statement's Sid, or its place.</param>
/// <param name="Misses">What does not match: the resource, a condition.</param>
public sealed record NearStatement(string Policy, string Statement, IReadOnlyList<string> Misses)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Statement} of {Policy} does not match {string.Join(", ", Misses)}";
}
