using System.Globalization;
using System.Xml.Linq;
using Proof.Contracts;
using Proof.Results;

namespace Proof.Report;

/// <summary>A proof as one self-contained HTML page, for a security reviewer to read and to keep.</summary>
public static class ProofReport
{
    /// <summary>Writes the page.</summary>
    /// <param name="proof">The proof.</param>
    /// <param name="stack">The name of the stack, or of what else was proven.</param>
    /// <param name="provenance">What it rests on.</param>
    /// <param name="more">What else the page shows, at its end.</param>
    public static string Render(ProofResult proof, string stack, Provenance provenance, params IEnumerable<XElement> more)
    {
        ArgumentNullException.ThrowIfNull(proof);
        ArgumentNullException.ThrowIfNull(provenance);
        return HtmlPage.Write(
            $"Access proof of {stack}",
            Header(proof, stack),
            Summary(proof),
            RestsOn(provenance),
            Hatches(proof),
            Failures(proof),
            new XElement("h2", "Who may do what"),
            PictureSvg.Of(proof),
            new XElement("h2", "The access contract"),
            Quiet(
                "Each row was decided by AWS's rules of policy evaluation over what was read back from the account. Open a row to see "
                + "the requests that it means, and the statement that decided each."),
            proof.Resolved.Contract.Principals.SelectMany(principal => Rows(proof, principal)),
            new XElement("h2", "Privilege escalation"),
            Quiet(
                "Every published method was tried by every identity on roles, users and policies that are not its own: all that the "
                + "account holds, and strangers'."),
            Escalation(proof),
            Takeovers(proof),
            Resources(proof),
            new XElement("h2", "Foreign reach"),
            Quiet(
                "How many of AWS's actions each identity may use on what is not its own. Most of them list, and know no narrower "
                + "permission."),
            Reach(proof),
            Shared(proof),
            new XElement("h2", "Every permission is needed"),
            Mutants(proof),
            new XElement("h2", "Policies, and IAM's quotas"),
            Lint(proof),
            Quotas(proof),
            Extra(proof),
            more);
    }

    private static XElement Header(ProofResult proof, string stack) => new(
        "header",
        new XElement(
            "div",
            new XElement("h1", $"Access proof of {stack}"),
            Quiet($"Account {proof.Resolved.Place.Account}, {proof.Resolved.Place.Region}; contract {proof.Resolved.Contract.File}")),
        new XElement("div", new XAttribute("class", proof.Held ? "badge" : "badge bad"), proof.Held ? "All held" : "Not held"));

    private static XElement Summary(ProofResult proof)
    {
        var rows = proof.Rows.Count;
        var open = proof.Escalations.Sum(escalation => escalation.Open.Count());
        var over = proof.Overreaching.Count();
        return new XElement(
            "div",
            new XAttribute("class", "cards"),
            Card(!proof.BrokenRows.Any(), $"{rows - proof.BrokenRows.Count()} of {rows}", "rows of the contract held"),
            Card(open == 0, open.ToString(CultureInfo.InvariantCulture), "escalation methods open"),
            Card(proof.Mutants.Unnoticed.Count == 0, $"{proof.Mutants.Noticed} of {proof.Mutants.Count}", "permissions shown to be needed"),
            Card(proof.Lint.Count == 0, proof.Lint.Count.ToString(CultureInfo.InvariantCulture), "faults in policies"),
            Card(over == 0, over == 0 ? "within bounds" : $"{over} beyond", "foreign reach"),
            Card(proof.Hatches.Count == 0, proof.Hatches.Count.ToString(CultureInfo.InvariantCulture), "escape hatches"));
    }

    private static XElement Card(bool good, string number, string what) =>
        new("div", new XAttribute("class", good ? "card" : "card bad"), new XElement("b", number), new XElement("span", what));

    private static XElement RestsOn(Provenance provenance) => new(
        "table",
        provenance.Lines.Select(line => new XElement(
            "tr",
            new XElement("td", new XAttribute("class", "kind"), line.What),
            new XElement("td", line.Text))));

    private static XElement? Hatches(ProofResult proof) => proof.Hatches.Count == 0 ? null : new XElement(
        "div",
        new XAttribute("class", "hatch"),
        new XElement("b", "Escape hatches: AWS-managed policies, which AWS may widen on any day"),
        new XElement("ul", proof.Hatches.Select(hatch => new XElement("li", $"{proof.NameOf(hatch.Arn)}: {hatch.Policy}"))));

    private static IEnumerable<XElement> Failures(ProofResult proof)
    {
        var other = proof.Resolved.Missing.Concat(
            proof.Resolved.Unnamed.Select(name => $"{name}: the stack makes it, and the contract does not name it")).ToList();
        if (other.Count > 0)
        {
            yield return new XElement("h2", "The account is not what the contract names");
            yield return new XElement("ul", other.Select(text => new XElement("li", new XAttribute("class", "bad-text"), text)));
        }
    }

    private static IEnumerable<XElement> Shared(ProofResult proof)
    {
        if (proof.Shared.Count > 0)
        {
            yield return new XElement("h2", "What teams share");
            yield return Quiet("What principals of several teams may do to the same thing, why, and the worst that comes of it.");
            yield return new XElement(
                "table",
                new XElement("tr", Head("Actions"), Head("Who"), Head("Why, and what comes of it")),
                proof.Shared.GroupBy(shared => shared.Why).Select(shared => new XElement(
                    "tr",
                    new XElement("td", new XElement("code", string.Join(", ", shared.Select(reach => reach.Action)))),
                    new XElement("td", string.Join(", ", shared.SelectMany(reach => reach.Principals).Distinct())),
                    new XElement("td", shared.Key))));
        }
    }

    private static IEnumerable<XElement> Takeovers(ProofResult proof)
    {
        if (proof.Takeovers.Count > 0)
        {
            yield return Quiet(
                "Users and roles beside the stack can take over some of its own; whether they should is not the contract's to say.");
            yield return new XElement("ul", proof.Takeovers.Select(takeover => new XElement(
                "li", $"{proof.NameOf(takeover.By)}: {proof.NameOf(takeover.Of)} ({string.Join(", ", takeover.Ways)})")));
        }
    }

    private static IEnumerable<XElement> Resources(ProofResult proof)
    {
        if (proof.Boundaries.Faults.Count > 0)
        {
            yield return new XElement("h2", "What lifts a boundary");
            yield return new XElement("ul", proof.Boundaries.Faults.Select(fault => new XElement(
                "li", new XAttribute("class", "bad-text"), $"{fault}")));
        }

        if (proof.Openings.Count > 0)
        {
            yield return new XElement("h2", "Whom resources let in");
            yield return Quiet(
                "The policies of resources let in these beyond what the contract says. Those that are not of the stack are others' "
                + "to mend.");
            yield return new XElement("ul", proof.Openings.Select(opening => new XElement(
                "li",
                opening.IsOthers ? null : new XAttribute("class", "bad-text"),
                $"{opening}{(opening.IsOthers ? " (not of the stack)" : "")}: ",
                new XElement("code", string.Join(", ", opening.Actions)))));
        }

        if (proof.Unseen.Count > 0)
        {
            yield return new XElement("h2", "Not seen");
            yield return Quiet(
                "What the contract lets somebody use bears these policies, if it bears any, and they are not known. Each is taken to say "
                + "nothing, that of a key to hand it to its account's IAM policies, and an identity provider to take every token.");
            yield return new XElement("ul", proof.Unseen.Select(policy => new XElement("li", policy)));
        }
    }

    private static IEnumerable<XElement> Extra(ProofResult proof)
    {
        if (proof.Resolved.Extra.Count > 0)
        {
            yield return new XElement("h2", "Not named by the contract");
            yield return Quiet(
                "The account holds these users and roles as well. What they may do is no part of this proof, but for whom of the stack "
                + "they can take over, and who of the stack can become one of them.");
            yield return new XElement("p", new XElement("code", string.Join(", ", proof.Resolved.Extra.Select(identity => identity.Name))));
        }
    }

    private static IEnumerable<XElement> Rows(ProofResult proof, ContractPrincipal principal)
    {
        yield return new XElement(
            "h3", principal.Path, " ", new XElement("code", new XAttribute("class", "quiet"), proof.Resolved.Arns[principal]));
        yield return new XElement(
            "table",
            proof.Rows.Where(verdict => verdict.Row.Principal == principal).Select(verdict => new XElement(
                "tr",
                new XAttribute("class", verdict.Held ? "" : "bad"),
                Mark(verdict.Held),
                new XElement("td", new XAttribute("class", "kind"), verdict.Row.May ? "may" : "may not"),
                new XElement(
                    "td",
                    new XElement(
                        "details",
                        new XElement(
                            "summary",
                            verdict.Row.Entry.Text,
                            new XElement(
                                "span", new XAttribute("class", verdict.Held ? "decided" : "decided bad-text"), Decided(proof, verdict))),
                        Requests(proof, verdict))))));
    }

    private static string Decided(ProofResult proof, RowVerdict verdict)
    {
        if (verdict.Broken is [var (request, decision), .. var more])
        {
            return $"{proof.NameOf(request.By)}: {request}: {decision.Reason}{(more.Length == 0 ? "" : $"; and {more.Length} more")}";
        }

        var count = verdict.Row.Requests.Count == 1 ? "1 request" : $"{verdict.Row.Requests.Count} requests";
        var statements = verdict.Decisions.SelectMany(decision => decision.DecidedBy).Select(decided => decided.Statement).Distinct()
            .ToList();
        return statements.Count == 0
            ? $"{count}: nothing allows {(verdict.Row.Requests.Count == 1 ? "it" : "any")}"
            : $"{count}: {string.Join(", ", statements)}";
    }

    private static XElement Requests(ProofResult proof, RowVerdict verdict) => new(
        "table",
        new XElement("tr", Head("Who"), Head("asks"), Head("on"), Head("decision")),
        verdict.Row.Requests.Zip(verdict.Decisions, (request, decision) => new XElement(
            "tr",
            new XAttribute("class", verdict.Broken.Any(broken => broken.Request == request) ? "bad" : ""),
            new XElement("td", proof.NameOf(request.By)),
            new XElement("td", new XElement("code", request.Action)),
            new XElement(
                "td", new XElement("code", $"{request.On}{string.Concat(request.Context.Select(entry => $" {entry.Key}={entry.Value}"))}")),
            new XElement("td", decision.Reason))));

    private static XElement Escalation(ProofResult proof) => new(
        "table",
        new XElement("tr", Head(""), Head("Identity"), Head("Open"), Head("Open because the contract says so"), Head("Whom it can become")),
        proof.Escalations.Select(escalation => new XElement(
            "tr",
            new XAttribute("class", escalation.Open.Any() ? "bad" : ""),
            Mark(!escalation.Open.Any()),
            new XElement("td", proof.NameOf(escalation.Arn)),
            new XElement(
                "td",
                new XElement(
                    "details",
                    new XElement("summary", $"{escalation.Open.Count()} of {escalation.Methods.Count}"),
                    Methods(proof, escalation.Methods))),
            new XElement(
                "td",
                string.Join(
                    ", ",
                    escalation.Declared.SelectMany(method => method.Declared)
                        .Select(way => $"passes {proof.NameOf(way.On)} to {way.Service}").Distinct().DefaultIfEmpty("nothing"))),
            new XElement("td", new XElement("ul", escalation.Becomes.Count == 0
                ? [new XElement("li", "nobody")]
                : escalation.Becomes.Select(reached => new XElement(
                    "li",
                    new XAttribute("class", reached.Declared ? "" : "bad-text"),
                    $"{proof.NameOf(reached.Arn)}: {string.Join(", then ", reached.Chain)}")))))));

    private static XElement Methods(ProofResult proof, IEnumerable<EscalationMethod> methods) => new(
        "table",
        methods.OrderByDescending(method => method.Open.Count > 0).ThenByDescending(method => method.Declared.Count > 0)
            .Select(method => new XElement(
            "tr",
            new XAttribute("class", method.Open.Count > 0 ? "bad" : ""),
            new XElement("td", method.Id),
            new XElement("td", new XElement("code", string.Join(" + ", method.Actions))),
            new XElement(
                "td",
                method.Open.Count > 0 ? $"open on {string.Join(", ", method.Open.Select(way => Way(proof, way)))}"
                : method.Declared.Count > 0 ? "declared"
                : "closed"))));

    private static string Way(ProofResult proof, EscalationWay way) =>
        $"{proof.NameOf(way.On)}{(way.Service is null ? "" : $" to {way.Service}")}";

    private static XElement Reach(ProofResult proof) => new(
        "table",
        new XElement("tr", Head(""), Head("Identity"), Head("Actions"), Head("Bound"), Head("Which")),
        proof.Resolved.Contract.Principals.Select(principal => (Principal: principal, Reach: proof.ReachOf(principal)))
            .Where(pair => pair.Reach is not null).Select(pair =>
        {
            var beyond = proof.IsWithinBound(pair.Principal, pair.Reach!) == false;
            return new XElement(
                "tr",
                new XAttribute("class", beyond ? "bad" : ""),
                Mark(!beyond),
                new XElement("td", pair.Principal.Path),
                Number(pair.Reach!.Actions.Count),
                new XElement(
                    "td",
                    new XAttribute("class", "number"),
                    proof.BoundOf(pair.Principal)?.ToString(CultureInfo.InvariantCulture) ?? "none"),
                new XElement(
                    "td",
                    new XElement(
                        "details",
                        new XElement("summary", "the actions"),
                        new XElement("code", string.Join(", ", pair.Reach.Actions.DefaultIfEmpty("none"))))));
        }));

    private static XElement Mutants(ProofResult proof) => new(
        "div",
        new XElement(
            "p",
            $"{proof.Mutants.Count - proof.Mutants.Widened} actions, resources, principals and conditions of the stack's policies were "
            + $"taken away, and {proof.Mutants.Widened} times one was widened by a step, one at a time; the contract noticed "
            + $"{proof.Mutants.Noticed} of {proof.Mutants.Count}."),
        proof.Mutants.Unnoticed.Count == 0
            ? null
            : new XElement(
                "ul",
                proof.Mutants.Telling.Select(mutant => new XElement("li", new XAttribute("class", "bad-text"), mutant.ToString()))));

    private static XElement Lint(ProofResult proof) => proof.Lint.Count == 0
        ? new XElement(
            "p",
            "Every action exists, matches the resources that it stands with, and knows its condition keys; no action that knows a "
            + "resource stands on *.")
        : new XElement("ul", proof.Lint.Select(fault => new XElement("li", new XAttribute("class", "bad-text"), fault.ToString())));

    private static XElement Quotas(ProofResult proof) => new(
        "table",
        new XElement("tr", Head("Identity"), Head("Quota"), Head("Used"), Head("Of"), Head("")),
        proof.Quotas.Select(quota =>
        {
            var percent = 100 * quota.Used / quota.Quota;
            return new XElement(
                "tr",
                new XAttribute("class", percent > 100 ? "bad" : ""),
                new XElement("td", quota.Identity),
                new XElement("td", quota.What),
                Number(quota.Used),
                Number(quota.Quota),
                new XElement("td", new XElement(
                    "span",
                    new XAttribute("class", "bar"),
                    new XElement(
                        "i",
                        new XAttribute("class", percent > 100 ? "over" : percent > 90 ? "tight" : ""),
                        new XAttribute("style", $"width:{Math.Min(percent, 100)}%"),
                        "")), $" {percent} %"));
        }));

    private static XElement Head(string text) => new("th", text);

    private static XElement Number(int number) =>
        new("td", new XAttribute("class", "number"), number.ToString("N0", CultureInfo.InvariantCulture));

    private static XElement Mark(bool good) => new("td", new XAttribute("class", "mark"), good ? "✓" : "✗");

    private static XElement Quiet(string text) => new("p", new XAttribute("class", "quiet"), text);
}
