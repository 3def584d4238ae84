namespace Rehearsal.Engine;

/// <summary>How a resource names its provider on the wire: <c>URN::ID</c>, or nothing for the default provider.</summary>
internal static class ProviderReference
{
    /// <summary>The URN in a reference; empty for the default provider.</summary>
    public static string Urn(string reference)
    {
        var end = reference.LastIndexOf("::", StringComparison.Ordinal);
        return end < 0 ? "" : reference[..end];
    }
}
