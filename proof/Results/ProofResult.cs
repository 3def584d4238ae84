using Proof.Contracts;
using Proof.Tasks;

namespace Proof.Results;

/// <summary>What a proof found.</summary>
/// <param name="Resolved">The contract, and whether the account holds what it names.</param>
/// <param name="Rows">The verdict on each row.</param>
/// <param name="Mutants">Whether every permission is needed.</param>
/// <param name="Lint">The faults of the stack's policies.</param>
/// <param name="Escalations">What each identity can make of its permissions.</param>
/// <param name="Takeovers">What identities beside the stack can do to become one of it: findings, and no failures.</param>
/// <param name="Openings">Whom the policies of resources let in beyond the contract.</param>
/// <param name="Boundaries">The permissions boundaries that the stack makes, and what they leave open.</param>
/// <param name="Unseen">
/// The policies of resources that are not known, of those that the contract lets somebody use: that of a key is taken to hand it to its
/// account, any other to say nothing.
/// </param>
/// <param name="Borrowed">What principals of grants may do by policies alone that are not known to be the stack's.</param>
/// <param name="Reach">What each identity may use that is not its own.</param>
/// <param name="Overlaps">What identities of one kind may do to each other's resources.</param>
/// <param name="Shared">What teams of the stack share by the contract.</param>
/// <param name="Quotas">How much of IAM's quotas is used.</param>
/// <param name="Hatches">The escape hatches.</param>
/// <param name="Times">How long each part took, in milliseconds.</param>
public sealed record ProofResult(
    ResolvedContract Resolved,
    IReadOnlyList<RowVerdict> Rows,
    Mutants Mutants,
    IReadOnlyList<LintFault> Lint,
    IReadOnlyList<Escalation> Escalations,
    IReadOnlyList<Takeover> Takeovers,
    IReadOnlyList<Opening> Openings,
    Boundaries Boundaries,
    IReadOnlyList<string> Unseen,
    IReadOnlyList<BorrowedPolicy> Borrowed,
    IReadOnlyList<ForeignReach> Reach,
    IReadOnlyList<Overlap> Overlaps,
    IReadOnlyList<SharedReach> Shared,
    IReadOnlyList<QuotaUse> Quotas,
    IReadOnlyList<EscapeHatch> Hatches,
    IReadOnlyDictionary<string, int> Times)
{
    /// <summary>Whether everything held.</summary>
    public bool Held => !Failures.Any();

    /// <summary>The rows that do not hold.</summary>
    public IEnumerable<RowVerdict> BrokenRows => Rows.Where(row => !row.Held);

    /// <summary>The identities that reach further than the contract bounds them, with what is beyond.</summary>
    public IEnumerable<(ContractPrincipal Principal, IReadOnlyList<string> Actions)> Overreaching =>
        from principal in Resolved.Contract.Principals
        let reach = ReachOf(principal)
        where reach is not null
        let counted = Counted(principal, reach)
        where counted.Count > BoundOf(principal)
        select (principal, counted);

    /// <summary>Everything that did not hold, in full: a line each, with further lines indented.</summary>
    public IEnumerable<string> Failures =>
        Resolved.Contract.IsWritten ? [.. FailuresOfTheContract, .. FailuresOfThePolicies] : FailuresOfThePolicies;

    /// <summary>
    /// What the stack's identities can become beyond what the contract declares, by any identity of the accounts: the identity, and what
    /// it becomes, with the chain that leads there.
    /// </summary>
    public IEnumerable<(ContractPrincipal Principal, ReachedIdentity Reached)> Becoming =>
        from principal in Resolved.Contract.Principals
        where Resolved.Contract.IsWritten && principal.Kind.IsOfTheStack()
        from reached in EscalationOf(principal)?.Becomes ?? []
        where !reached.Declared
        select (principal, reached);

    // What matters most comes first: whom somebody can become, then what the contract says, then what is too wide or not needed.
    private IEnumerable<string> FailuresOfTheContract =>
    [
        .. Resolved.Missing,
        .. Resolved.Unnamed.Select(name => $"{name}: the stack makes it, and the contract does not name it"),
        .. Becoming.Select(becoming =>
            $"{becoming.Principal.Path} can become {NameOf(becoming.Reached.Arn)}\n  {string.Join(", then ", becoming.Reached.Chain)}"),
        .. Escalations.SelectMany(escalation => escalation.Open.Select(method =>
            $"{NameOf(escalation.Arn)}: escalation {method.Id} is open ({string.Join(" + ", method.Actions)})\n"
            + $"  on {string.Join(", ", method.Open)}")),
        .. Borrowed.Select(borrowed => $"{NameOf(borrowed.By)} may do what the contract says by {borrowed.Policy} alone\n"
            + "  where the stack makes that policy, name it under 'policies'; where it does not, the stack's own is not needed"),
        .. Boundaries.Faults.Select(fault => $"{fault}"),
        .. Openings.Where(opening => !opening.IsOthers).Select(opening => $"{opening}\n  {string.Join(", ", opening.Actions)}"),
        .. BrokenRows.Select(Describe),
        .. Mutants.Telling.Select(mutant => mutant.Widened
            ? $"widened and not noticed: {mutant}\n"
                + "  add 'do the same with another' under mayNot, with the word for it: no row tries what this would let in"
            : $"taken away and not missed: {mutant}\n  remove it from the policy, or add the row that needs it{RowsFor(mutant)}"),
        .. Overreaching.Select(over =>
            $"{over.Principal.Path}: foreign reach is {over.Actions.Count}, {BoundInWords(over.Principal)}\n"
            + $"  {string.Join(", ", over.Actions.Take(40))}"),
    ];

    // Of many tasks that ask an action, those that ask least besides are the nearest.
    private static string RowsFor(UnnoticedMutant mutant) =>
        mutant.Taken.Split(' ') is ["Action", var action] && TaskLibrary.Asking(action).ToList() is { Count: > 0 } tasks
            ? $": {string.Join(", ", tasks.Take(3).Select(task => $"'{task}'"))}"
                + (tasks.Count > 3 ? $", or one of {tasks.Count - 3} more" : "")
            : "";

    // These are faults whatever the policies are meant to allow.
    private IEnumerable<string> FailuresOfThePolicies =>
    [
        .. Lint.Select(fault => $"lint: {fault}"),
        .. Quotas.Where(quota => quota.Used > quota.Quota)
            .Select(quota => $"quota: {quota.What} of {quota.Identity}: {quota.Used} of {quota.Quota}"),
    ];

    /// <summary>
    /// How many of AWS's actions a principal may use at most on what is not its own. Without a word of it in a contract that is written,
    /// none but logins and lists; null where there is no bound.
    /// </summary>
    public int? BoundOf(ContractPrincipal principal) =>
        principal.ForeignReach ?? (Resolved.Contract.IsWritten && principal.Kind.IsOfTheStack() ? 0 : null);

    /// <summary>The same in words.</summary>
    public string BoundInWords(ContractPrincipal principal) => BoundOf(principal) is not { } bound ? "not bounded"
        : principal.ForeignReach is null ? $"bounded at {bound} beyond logins and lists"
        : $"bounded at {bound}";

    /// <summary>Whether a principal reaches no further than it is bounded; null where there is no bound.</summary>
    public bool? IsWithinBound(ContractPrincipal principal, ForeignReach reach) =>
        BoundOf(principal) is { } bound ? Counted(principal, reach).Count <= bound : null;

    private static IReadOnlyList<string> Counted(ContractPrincipal principal, ForeignReach reach) =>
        principal.ForeignReach is null ? [.. reach.Actions.Where(action => !IsLoginOrList(action))] : reach.Actions;

    // What opens nothing by itself, and what shows names alone.
    private static bool IsLoginOrList(string action) =>
        action == "ecr:GetAuthorizationToken" || action.Split(':')[1].StartsWith("List", StringComparison.Ordinal);

    /// <summary>The foreign reach of a principal; null if the account does not hold it.</summary>
    public ForeignReach? ReachOf(ContractPrincipal principal) => Reach.FirstOrDefault(reach => reach.Arn == Resolved.Arns[principal]);

    /// <summary>The escalations of a principal; null if the account does not hold it.</summary>
    public Escalation? EscalationOf(ContractPrincipal principal) =>
        Escalations.FirstOrDefault(escalation => escalation.Arn == Resolved.Arns[principal]);

    /// <summary>The contract's name of an identity; the end of its ARN where the contract has none, and any other text as it is.</summary>
    public string NameOf(string arn)
    {
        ArgumentNullException.ThrowIfNull(arn);
        return Resolved.Arns.FirstOrDefault(entry => entry.Value == arn).Key?.Path
            ?? (arn.StartsWith("arn:", StringComparison.Ordinal) ? arn[(arn.LastIndexOf(':') + 1)..] : arn);
    }

    private string Describe(RowVerdict verdict)
    {
        var broken = verdict.Broken.Select(pair =>
            $"\n  {NameOf(pair.Request.By)}: {pair.Request}"
            + $"\n    expected {(verdict.Row.May ? "allowed" : "denied")}; {pair.Decision.Reason}");
        return $"{verdict.Row.Text} ({verdict.Row.Entry.Place.Path}){string.Concat(broken)}";
    }
}
