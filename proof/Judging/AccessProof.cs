using System.Text.Json;
using System.Text.Json.Nodes;
using Proof.Contracts;
using Proof.Results;

namespace Proof.Judging;

/// <summary>Proves an access contract over what was read back from an account.</summary>
public static class AccessProof
{
    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

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
            where row.Entry is not AnotherEntry
            from request in row.Requests
            select (row.Entry, Request: request))
            // The requests of a task differ in names alone, so that one of each action speaks for all.
            .DistinctBy(
                pair => pair.Entry is TaskEntry ? $"{pair.Request.Action} {string.Join(' ', pair.Request.Context.Keys)}" : pair.Entry.Place.Path)
            .ToList();
        var answer = await AccessJudge.CallAsync("vet", new { requests = requests.Select(pair => pair.Request), place = Wire(place) })
            .ConfigureAwait(false);
        var faults = answer!.AsArray().Select(fault =>
        {
            var (entry, request) = requests[(int)fault!["index"]!];
            var nearest = NearestWord.Of(request.Action, fault["words"]!.AsArray().Select(word => (string)word!));
            return new ContractFault(
                entry.Place, $"'{request}' can never be asked: {fault["why"]}", nearest is null ? "" : $"Did you mean '{nearest}'?");
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
    public static Task<ProofResult> RunWithoutContractAsync(AuthorizationDetails details, Place place, JsonObject outputs)
    {
        ArgumentNullException.ThrowIfNull(details);
        ArgumentNullException.ThrowIfNull(outputs);
        return RunAsync(AccessContract.Unwritten(details, outputs), details, place, outputs);
    }

    /// <summary>Proves a contract.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="details">What the accounts hold.</param>
    /// <param name="place">The stack's place.</param>
    /// <param name="outputs">
    /// The stack's outputs, which say the ARNs of its principals; null to find them by name, as in a live account.
    /// </param>
    /// <exception cref="InvalidContractException">Rows that can never hold, or that say nothing.</exception>
    public static async Task<ProofResult> RunAsync(
        AccessContract contract, AuthorizationDetails details, Place place, JsonObject? outputs = null)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(details);
        var resolved = ResolvedContract.Of(contract, place, details, outputs);
        var rows = new RowBuilder(resolved).Build();
        var answer = await AccessJudge.CallAsync("prove", new
        {
            details = details.Accounts,
            place = Wire(place),
            identities = resolved.Arns.Select(entry => new
            {
                arn = entry.Value,
                key = entry.Key.Key,
                kind = entry.Key.Kind.Key(),
                made = !contract.IsWritten || IsMade(entry.Key, outputs),
            }),
            rows = rows.Select(row => new { id = row.Id, expects = row.Expects, requests = row.Requests }),
            declared = Declared(rows, resolved),
        }).ConfigureAwait(false);

        T Read<T>(string part) => answer![part].Deserialize<T>(CamelCase)!;
        var verdicts = Read<Verdict[]>("rows");
        return new ProofResult(
            resolved,
            [.. rows.Select(row => new RowVerdict(row, verdicts[row.Id].Held, verdicts[row.Id].Decisions))],
            Read<Mutants>("mutants"),
            Read<LintFault[]>("lint"),
            Read<Escalation[]>("escalation"),
            Read<ForeignReach[]>("reach"),
            Read<Overlap[]>("overlap"),
            Read<int>("actionsOfAws"),
            Read<QuotaUse[]>("quotas"),
            Read<EscapeHatch[]>("hatches"),
            Read<Dictionary<string, int>>("times"));
    }

    private static object Wire(Place place) => new { partition = place.Partition, account = place.Account, region = place.Region };

    // The principal of a grant was there before the stack, except for a role that one of another account assumes.
    private static bool IsMade(ContractPrincipal principal, JsonObject? outputs) =>
        principal.Kind is PrincipalKind.ExecutionRoles or PrincipalKind.Deployers
        || (principal.Kind == PrincipalKind.PassRoleGrants
            && (principal.IsAssumedFromOutside || outputs?[principal.Kind.Output()!]?[principal.Key] is not null));

    /// <summary>The roles that the contract lets an identity pass, each with its service, or assume.</summary>
    private static IEnumerable<object> Declared(IEnumerable<ContractRow> rows, ResolvedContract resolved) => rows
        .Where(row => row.May)
        .SelectMany(row => row.Requests.Where(request => request.By == resolved.Arns[row.Principal]))
        .Where(request => request.Action is "iam:PassRole" or "sts:AssumeRole")
        .Select(request => new
        {
            by = request.By,
            role = request.On,
            service = request.Context.GetValueOrDefault("iam:PassedToService"),
            assumed = request.Action == "sts:AssumeRole",
        });

    private sealed record Verdict(bool Held, Decision[] Decisions);
}
