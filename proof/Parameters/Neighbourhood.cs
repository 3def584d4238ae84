namespace Proof.Parameters;

/// <summary>What strangers to a principal are made beside.</summary>
/// <param name="Place">The stack's place.</param>
/// <param name="Roles">The ARNs of all roles of the contract.</param>
/// <param name="Prefixes">What the names begin with that are the principal's own.</param>
public sealed record Neighbourhood(Place Place, IReadOnlyCollection<string> Roles, IReadOnlyList<string> Prefixes);
