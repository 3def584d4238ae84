namespace Proof.Contracts;

/// <summary>A place in an access contract.</summary>
/// <param name="Position">Where in the file, as <c>file:line:column</c>; empty for the contract as a whole.</param>
/// <param name="Path">Where among the keys: <c>deployers.developer.may[2]</c>; empty outside of all.</param>
public sealed record ContractPlace(string Position, string Path)
{
    /// <summary>The contract as a whole.</summary>
    public static ContractPlace Whole { get; } = new("", "");

    /// <inheritdoc/>
    public override string ToString() => string.Join(": ", new[] { Position, Path }.Where(part => part.Length > 0));
}
