namespace Proof.Results;

/// <summary>What an identity can make of its permissions.</summary>
/// <param name="Arn">The identity.</param>
/// <param name="Methods">Every published method, with the ways in which it is open to the identity.</param>
/// <param name="Becomes">The identities that it can become, by any chain.</param>
public sealed record Escalation(string Arn, IReadOnlyList<EscalationMethod> Methods, IReadOnlyList<ReachedIdentity> Becomes)
{
    /// <summary>The methods that are open beyond what the contract declares.</summary>
    public IEnumerable<EscalationMethod> Open => Methods.Where(method => method.Open.Count > 0);

    /// <summary>The methods that are open only because the contract declares it.</summary>
    public IEnumerable<EscalationMethod> Declared => Methods.Where(method => method.Open.Count == 0 && method.Declared.Count > 0);
}

/// <summary>A published method of privilege escalation.</summary>
/// <param name="Id">Its id in the list.</param>
/// <param name="Kind">Its class: <c>new-passrole</c>, <c>existing-passrole</c>, <c>principal-access</c> or <c>self-escalation</c>.</param>
/// <param name="Actions">The actions that are all needed.</param>
/// <param name="Open">The ways in which it is open.</param>
/// <param name="Declared">The ways in which it is open because the contract says so: an execution role passed to SageMaker.</param>
public sealed record EscalationMethod(
    string Id, string Kind, IReadOnlyList<string> Actions, IReadOnlyList<EscalationWay> Open, IReadOnlyList<EscalationWay> Declared);

/// <summary>A way in which a method is open.</summary>
/// <param name="On">What the identity acts on.</param>
/// <param name="Service">The service that a role is passed to; null where no role is passed.</param>
public sealed record EscalationWay(string On, string? Service)
{
    /// <inheritdoc/>
    public override string ToString() => Service is null ? On : $"{On} to {Service}";
}

/// <summary>An identity that another can become.</summary>
/// <param name="Arn">The identity; or in words, where it is none of the account's by name.</param>
/// <param name="Chain">The steps that lead there.</param>
/// <param name="Declared">Whether the contract declares every step.</param>
public sealed record ReachedIdentity(string Arn, IReadOnlyList<string> Chain, bool Declared);
