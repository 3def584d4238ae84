using Proof.Contracts;
using Proof.Parameters;
using Proof.Results;

namespace Proof.Report;

/// <summary>Who may do what with whom, as the judge decided the contract's rows.</summary>
/// <param name="Identities">The deployers, the holders of PassRole grants and the others, by their names in the contract.</param>
/// <param name="Services">The services.</param>
/// <param name="Roles">The execution roles, by their names in the contract.</param>
/// <param name="Passes">Which identity passes which role to which service.</param>
/// <param name="Assumptions">Who assumes which role: a service or an identity.</param>
/// <param name="Resources">Each resource, with who does what with it.</param>
internal sealed record AccessPicture(
    IReadOnlyList<string> Identities,
    IReadOnlyList<string> Services,
    IReadOnlyList<string> Roles,
    IReadOnlyList<(string Identity, string Role, string Service, bool Broken)> Passes,
    IReadOnlyList<(string By, string Role, bool Broken)> Assumptions,
    IReadOnlyList<PictureResource> Resources)
{
    /// <summary>
    /// Draws the picture's facts from a proof: what the contract wants and holds, and what it forbids and finds allowed all the same.
    /// </summary>
    public static AccessPicture Of(ProofResult proof)
    {
        var principals = proof.Resolved.Contract.Principals;
        var facts = (
            from verdict in proof.Rows
            where verdict.Row.Entry is not AnotherEntry
            from pair in verdict.Row.Requests.Zip(verdict.Decisions)
            where pair.Second.Allowed && (verdict.Row.May || !verdict.Held)
            select (
                Request: pair.First, By: proof.NameOf(pair.First.By), On: proof.NameOf(pair.First.On), Broken: !verdict.Row.May)).ToList();
        var passes = facts.Where(fact => fact.Request.Action == "iam:PassRole")
            .Select(
                fact => (
                    fact.By,
                    fact.On,
                    Service: fact.Request.Context.GetValueOrDefault("iam:PassedToService", "any service"),
                    fact.Broken)).Distinct().ToList();
        var assumptions = facts.Where(fact => fact.Request.Action == "sts:AssumeRole").Select(fact => (fact.By, fact.On, fact.Broken))
            .Distinct().ToList();
        var resources = facts
            .Select(fact => (fact.By, fact.Broken, Use: ParameterKinds.UseOf(fact.Request)))
            .Where(fact => fact.Use is not null)
            .GroupBy(fact => fact.Use!.Value.Resource)
            .OrderByDescending(uses => uses.Key.StartsWith("s3:", StringComparison.Ordinal))
            .ThenBy(uses => uses.Key, StringComparer.Ordinal)
            .Select(uses => new PictureResource(uses.Key, [.. uses
                .GroupBy(use => (use.By, use.Broken))
                .Select(
                    group => new PictureUse(group.Key.By, [.. group.Select(use => use.Use!.Value.Verb).Distinct()], group.Key.Broken))]));
        return new AccessPicture(
            [.. principals.Where(principal => principal.Kind != PrincipalKind.ExecutionRoles).Select(principal => principal.Path)],
            [
                .. passes.Select(pass => pass.Service)
                    .Concat(assumptions.Select(by => by.By).Where(by => by.Contains(".amazonaws.", StringComparison.Ordinal)))
                    .Distinct(),
            ],
            [.. principals.Where(principal => principal.Kind == PrincipalKind.ExecutionRoles).Select(principal => principal.Path)],
            passes,
            assumptions,
            [.. resources]);
    }
}

/// <summary>A resource of the picture.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Uses">Who does what with it.</param>
internal sealed record PictureResource(string Name, IReadOnlyList<PictureUse> Uses);

/// <summary>What someone does with a resource.</summary>
/// <param name="By">Who, by the name in the contract.</param>
/// <param name="Verbs">What is done.</param>
/// <param name="Broken">Whether the contract forbids it.</param>
internal sealed record PictureUse(string By, IReadOnlyList<string> Verbs, bool Broken);
