namespace Proof.Results;

/// <summary>A fault of a policy, as the data on AWS's actions tells it.</summary>
/// <param name="Policy">The policy, in words.</param>
/// <param name="Statement">The statement's Sid, or its place.</param>
/// <param name="Fault">What is wrong.</param>
public sealed record LintFault(string Policy, string Statement, string Fault)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Fault} ({Statement} of {Policy})";
}

/// <summary>What an identity beside the stack can do to become one of the stack's.</summary>
/// <param name="By">The identity beside the stack.</param>
/// <param name="Of">The one that the stack makes.</param>
/// <param name="Ways">How, in words: "assumes it".</param>
public sealed record Takeover(string By, string Of, IReadOnlyList<string> Ways);

/// <summary>Somebody whom the policy of a resource lets in, and of whom the contract says nothing.</summary>
/// <param name="On">The policy, in words: "policy of bucket data".</param>
/// <param name="By">Who: an ARN, or in words.</param>
/// <param name="Actions">What they may do to the resource.</param>
/// <param name="IsOthers">Whether the policy is not the stack's: then it is a finding, and no failure.</param>
public sealed record Opening(string On, string By, IReadOnlyList<string> Actions, bool IsOthers)
{
    /// <inheritdoc/>
    public override string ToString() => $"{On} lets in {By}";
}

/// <summary>The permissions boundaries that the stack makes.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Faults">What they leave open that would lift them, and what goes wrong with the policies that hand them over.</param>
public sealed record Boundaries(int Count, IReadOnlyList<BoundaryFault> Faults);

/// <summary>A boundary that can be lifted, or a policy that does not hand the making of roles over with it alone.</summary>
/// <param name="Policy">The policy, in words.</param>
/// <param name="Fault">What it does, or does not.</param>
public sealed record BoundaryFault(string Policy, string Fault)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Policy} {Fault}";
}

/// <summary>A policy by which the principal of a grant may do what the contract says, and that is not known to be the stack's.</summary>
/// <param name="By">The principal.</param>
/// <param name="Policy">The policy, in words.</param>
public sealed record BorrowedPolicy(string By, string Policy);

/// <summary>The actions that an identity may use on what is not its own.</summary>
/// <param name="Arn">The identity.</param>
/// <param name="Actions">The actions.</param>
public sealed record ForeignReach(string Arn, IReadOnlyList<string> Actions);

/// <summary>What one identity may do to the resources of another of its kind, by a permission that names them otherwise.</summary>
/// <param name="By">The identity that reaches.</param>
/// <param name="Of">The identity whose resources they are.</param>
/// <param name="Actions">What it may do.</param>
/// <param name="Resources">To what, as the policies of the other name it.</param>
public sealed record Overlap(string By, string Of, IReadOnlyList<string> Actions, IReadOnlyList<string> Resources);

/// <summary>How much of a quota of IAM is used.</summary>
/// <param name="Identity">The name of the identity.</param>
/// <param name="What">What the quota bounds.</param>
/// <param name="Used">How much is used.</param>
/// <param name="Quota">How much there is.</param>
public sealed record QuotaUse(string Identity, string What, int Used, int Quota);

/// <summary>A managed policy of AWS on an identity of the stack: an escape hatch, for AWS may widen it any day.</summary>
/// <param name="Arn">The identity.</param>
/// <param name="Policy">The policy's name.</param>
public sealed record EscapeHatch(string Arn, string Policy);
