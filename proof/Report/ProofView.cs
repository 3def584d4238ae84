using Proof.Contracts;
using Proof.Results;
using Spectre.Console;
using static Proof.Report.StyledText;

namespace Proof.Report;

/// <summary>Shows a proof in a terminal: a summary first, then every failure in full.</summary>
public static class ProofView
{
    /// <summary>Writes a proof.</summary>
    public static void Write(IAnsiConsole console, ProofResult proof)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(proof);
        foreach (var (held, what, found) in Summary(proof))
        {
            var (colour, mark) = held switch { true => (Color.Green, "✓"), false => (Color.Red, "✗"), null => (Color.Yellow, "!") };
            console.WriteLine("  ", In(colour, mark), $" {what,-16} {found}");
        }

        foreach (var hatch in proof.Hatches)
        {
            console.WriteLine(
                "  ", In(Color.Red, "!"), $" {"escape hatch",-16} {proof.NameOf(hatch.Arn)} has AWS's managed policy {hatch.Policy}");
        }

        if (proof.Resolved.Extra is { Count: > 0 } extra)
        {
            var names = Some(extra.Select(identity => identity.Name));
            var found = $"{extra.Count} users and roles that the contract does not name: {names}";
            console.WriteLine("  ", In(Color.Yellow, "!"), $" {"not named",-16} {found}");
        }

        var failures = proof.Failures.ToList();
        if (failures.Count > 0)
        {
            console.WriteLine("\n", In(Color.Red, $"{failures.Count} did not hold:"));
        }

        foreach (var failure in failures)
        {
            console.WriteLine(In(Color.Red, "✗"), $" {failure.Replace("\n", "\n  ", StringComparison.Ordinal)}");
        }
    }

    /// <summary>A line for each part: whether it held, null where nothing says what would be right.</summary>
    private static IEnumerable<(bool? Held, string What, string Found)> Summary(ProofResult proof)
    {
        var contract = proof.Resolved.Contract;
        if (contract.IsWritten)
        {
            var may = proof.Rows.Where(row => row.Row.May).ToList();
            var mayNot = proof.Rows.Where(row => !row.Row.May).ToList();
            yield return (
                !proof.BrokenRows.Any(),
                "access contract",
                $"{may.Count(row => row.Held)} of {may.Count} may, {mayNot.Count(row => row.Held)} of {mayNot.Count} may not "
                + $"({proof.Rows.Sum(row => row.Row.Requests.Count)} requests)");
        }

        foreach (var principal in contract.Principals.Where(principal => principal.Kind.IsOfTheStack() || !contract.IsWritten))
        {
            if (proof.EscalationOf(principal) is { } escalation)
            {
                var open = escalation.Open.ToList();
                yield return (
                    open.Count == 0 ? true : contract.IsWritten ? false : null,
                    "escalation",
                    $"{open.Count} of {escalation.Methods.Count} open to {principal.Path}"
                    + (contract.IsWritten ? Declared(proof, escalation) : Undeclared(open)));
            }
        }

        foreach (var by in proof.Takeovers.GroupBy(takeover => takeover.By))
        {
            var taken = by.Select(takeover => $"{proof.NameOf(takeover.Of)} ({string.Join(", ", takeover.Ways)})");
            yield return (null, "takeover", $"{proof.NameOf(by.Key)}, which is not of the stack, can take over {Some(taken)}");
        }

        foreach (var opening in proof.Openings)
        {
            var isFailure = contract.IsWritten && !opening.IsOthers;
            var whose = opening.IsOthers ? " (not of the stack)" : "";
            yield return (isFailure ? false : null, "opening", $"{opening}{whose}: {Some(opening.Actions)}");
        }

        if (proof.Boundaries is { Count: > 0 } boundaries)
        {
            yield return (
                boundaries.Faults.Count == 0,
                "boundaries",
                boundaries.Faults.Count == 0
                    ? $"{boundaries.Count}; nobody whom they bound can lift them"
                    : string.Join("; ", boundaries.Faults));
        }

        if (contract.IsWritten)
        {
            yield return (
                proof.Mutants.Unnoticed.Count == 0,
                "mutants",
                $"{proof.Mutants.Noticed} of {proof.Mutants.Count} noticed; {proof.Mutants.Widened} of them widen a policy");
        }

        yield return (proof.Lint.Count == 0, "lint", proof.Lint.Count == 0 ? "clean" : $"{proof.Lint.Count} faults");
        foreach (var principal in contract.Principals)
        {
            if (proof.ReachOf(principal) is { } reach)
            {
                yield return (
                    proof.IsWithinBound(principal, reach),
                    "foreign reach",
                    $"{reach.Actions.Count} of AWS's actions, {proof.BoundInWords(principal)} for {principal.Path}");
            }
        }

        if (proof.Overlaps.Count == 0)
        {
            yield return (true, "overlap", "none");
        }

        foreach (var overlap in proof.Overlaps)
        {
            yield return (
                null,
                "overlap",
                $"{proof.NameOf(overlap.By)} may use {overlap.Actions.Count} actions on what is of {proof.NameOf(overlap.Of)}: "
                + Some(overlap.Resources.Select(arn => arn[(arn.LastIndexOf(':') + 1)..]).Distinct()));
        }

        foreach (var shared in proof.Shared.GroupBy(shared => shared.Why))
        {
            yield return (null, "teams share", $"{string.Join(", ", shared.Select(reach => reach.Action))}: {shared.Key}");
        }

        if (proof.Unseen.Count > 0)
        {
            string Where(string word, string taken) =>
                proof.Unseen.Any(policy => policy.Contains(word, StringComparison.Ordinal)) ? taken : "";
            var ofKeys = Where(" key ", ", that of a key to hand it to its account");
            var ofProviders = Where("audiences of ", ", and a provider to take every token");
            yield return (null, "not seen", $"{Some(proof.Unseen)}: taken to say nothing{ofKeys}{ofProviders}");
        }

        if (proof.Quotas.MaxBy(quota => (double)quota.Used / quota.Quota) is { } tightest)
        {
            yield return (
                tightest.Used <= tightest.Quota,
                "quotas",
                $"tightest: {tightest.What} of {tightest.Identity}, {tightest.Used:N0} of {tightest.Quota:N0}, "
                + $"{100 - (100 * tightest.Used / tightest.Quota)} % free");
        }
    }

    private static string Some(IEnumerable<string> names)
    {
        const int Most = 10;
        var all = names.ToList();
        return string.Join(", ", all.Take(Most)) + (all.Count > Most ? ", …" : "");
    }

    private static string Undeclared(List<EscalationMethod> open) =>
        open.Count == 0
            ? ""
            : $": {string.Join(", ", open.Select(method => string.Join(" + ", method.Actions)))}; which are meant, a contract says";

    private static string Declared(ProofResult proof, Escalation escalation)
    {
        var passes = escalation.Declared.SelectMany(method => method.Declared)
            .Select(way => $"{proof.NameOf(way.On)} to {way.Service}").Distinct().ToList();
        return passes.Count == 0 ? "" : $"; by the contract it passes {string.Join(", ", passes)}";
    }
}
