using System.Text.Json.Nodes;
using Proof.Contracts;
using Proof.Results;

namespace Proof.Judging;

/// <summary>Proves an access contract over what was read back from an account.</summary>
public static class AccessProof
{
    /// <summary>Finds the rows of a contract that can never hold, before anything is deployed.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="place">The stack's place.</param>
    /// <exception cref="InvalidContractException">There are such rows; the exception holds every one.</exception>
    public static async Task VetAsync(AccessContract contract, Place place)
    {
        ArgumentNullException.ThrowIfNull(contract);
        var rows = new RowBuilder(ResolvedContract.Of(contract, place, new AuthorizationDetails(), null)).Build();
        var requests = (
            from row in rows
            where row.Entry is not (AnotherEntry or TeamEntry)
            from request in row.Requests
            where !OutputHoles.IsIn(request.On)
            select (row.Entry, Request: request))
            // The requests of a task differ in names alone, so that one of each action speaks for all.
            .DistinctBy(
                pair => pair.Entry is TaskEntry
                    ? $"{pair.Request.Action} {string.Join(' ', pair.Request.Context.Keys)}"
                    : pair.Entry.Place.Path)
            .ToList();
        var world = new JudgedWorld([], place);
        var answer = await AccessJudge.VetAsync(new VetRequest(world, [.. requests.Select(pair => pair.Request)])).ConfigureAwait(false);
        var faults = answer.Faults.Select(fault =>
        {
            var (entry, request) = requests[fault.Index];
            var nearest = NearestWord.Of(request.Action, fault.Words);
            return new ContractFault(
                entry.Place, $"'{request}' can never be asked: {fault.Why}", nearest is null ? "" : $"Did you mean '{nearest}'?");
        }).ToList();
        if (faults.Count > 0)
        {
            throw new InvalidContractException(contract.File, faults);
        }
    }

    /// <summary>Finds what can be told of a stack's policies where nobody has written what they are to allow.</summary>
    /// <param name="details">What the accounts hold.</param>
    /// <param name="place">The stack's place.</param>
    /// <param name="outputs">The stack's outputs, which say the ARNs of its principals.</param>
    /// <param name="layers">What decides beside the policies of identities. Default: null, nothing that is known.</param>
    public static Task<ProofResult> RunWithoutContractAsync(
        AuthorizationDetails details, Place place, JsonObject outputs, PolicyLayers? layers = null)
    {
        ArgumentNullException.ThrowIfNull(details);
        ArgumentNullException.ThrowIfNull(outputs);
        return RunAsync(AccessContract.Unwritten(details, outputs), details, place, outputs, layers);
    }

    /// <summary>Proves a contract.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="details">What the accounts hold.</param>
    /// <param name="place">The stack's place.</param>
    /// <param name="outputs">
    /// The stack's outputs, which say the ARNs of its principals; null to find them by name, as in a live account.
    /// </param>
    /// <param name="layers">What decides beside the policies of identities. Default: null, nothing that is known.</param>
    /// <exception cref="InvalidContractException">Rows that can never hold, or that say nothing.</exception>
    public static async Task<ProofResult> RunAsync(
        AccessContract contract,
        AuthorizationDetails details,
        Place place,
        JsonObject? outputs = null,
        PolicyLayers? layers = null)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(details);
        var resolved = ResolvedContract.Of(contract, place, details, outputs);
        var builder = new RowBuilder(resolved);
        var rows = builder.Build();
        var administrators = resolved.Arns.Where(entry => entry.Key.Kind == PrincipalKind.Administrators)
            .Select(entry => entry.Value);
        var answer = await AccessJudge.ProveAsync(new ProveRequest(
            new JudgedWorld(details.Accounts, place) 
            {
                Layers = layers ?? PolicyLayers.None,
                Administrators = [.. administrators],
            },
            [
                .. resolved.Arns.Where(entry => entry.Key.Kind != PrincipalKind.Administrators)
                    .Select(entry => Judged(entry.Key, entry.Value, !contract.IsWritten || IsMade(entry.Key, outputs))),
            ],
            [.. rows.Select(row => new JudgedRow(row.Expects, row.Requests, row.Entry is AnotherEntry or TeamEntry))],
            [.. Declared(rows, resolved)],
            [.. MadeBoundaries.Of(details, outputs)],
            [.. MadeBoundaries.Delegations(outputs)])).ConfigureAwait(false);
        return new ProofResult(
            resolved,
            [.. rows.Zip(answer.Rows, (row, verdict) => VerdictOf(row, verdict, answer))],
            answer.Mutants,
            answer.Lint,
            answer.Escalation,
            answer.Takeovers,
            answer.Openings,
            answer.Boundaries,
            answer.Unseen,
            answer.Borrowed,
            answer.Reach,
            answer.Overlap,
            builder.Shared,
            answer.Quotas,
            answer.Hatches,
            answer.Times);
    }

    private static JudgedIdentity Judged(ContractPrincipal principal, string arn, bool isMade) =>
        new(arn, principal.Key, principal.Kind.Key(), isMade, principal.Policies);

    private static RowVerdict VerdictOf(ContractRow row, RowAnswer verdict, ProveAnswer answer)
    {
        var decisions = verdict.Decisions.Select(decision => new Decision(
            decision.Result,
            decision.Why,
            decision.Explicit,
            [.. decision.DecidedBy.Select(at => answer.Deciding[at])],
            decision.Near?.Select(at => answer.Near[at]).ToList())).ToList();
        return new(row, verdict.Held, decisions, [.. verdict.Broken.Select(at => (row.Requests[at], decisions[at]))]);
    }

    // The principal of a grant was there before the stack, except for a role that one of another account assumes.
    private static bool IsMade(ContractPrincipal principal, JsonObject? outputs) =>
        principal.Kind is PrincipalKind.ExecutionRoles or PrincipalKind.Deployers
        || (principal.Kind == PrincipalKind.PassRoleGrants
            && (principal.IsAssumedFromOutside || outputs?[principal.Kind.Output()!]?[principal.Key] is not null));

    /// <summary>The roles that the contract lets an identity pass, each with its service, or assume.</summary>
    private static IEnumerable<DeclaredRole> Declared(IEnumerable<ContractRow> rows, ResolvedContract resolved) => rows
        .Where(row => row.May)
        .SelectMany(row => row.Requests.Where(request => request.By == resolved.Arns[row.Principal]))
        .Where(request => request.Action is "iam:PassRole" or "sts:AssumeRole")
        .Select(request => new DeclaredRole(
            request.By, request.On, request.Context.GetValueOrDefault("iam:PassedToService"), request.Action == "sts:AssumeRole"));
}
