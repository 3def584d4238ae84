namespace Proof.Contracts;

/// <summary>What several teams of a stack may do to the same thing, by their contract.</summary>
/// <param name="Action">The action.</param>
/// <param name="Resources">The resources.</param>
/// <param name="Principals">Who may, as the contract names them.</param>
/// <param name="Reason">Why AWS cannot tell the teams apart here; null where it can, and the contract means it.</param>
public sealed record SharedReach(
    string Action, IReadOnlyList<string> Resources, IReadOnlyList<string> Principals, SharedReason? Reason)
{
    /// <summary>Why AWS cannot tell the teams apart here, and the worst that comes of it; else that the contract means it.</summary>
    public string Why => Reason?.ToString() ?? $"the contract says so of both: {string.Join(", ", Resources)}";
}
