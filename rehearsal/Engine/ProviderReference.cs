namespace Rehearsal.Engine;

/// <summary>Which provider a resource has: an explicit one is a resource of the stack itself.</summary>
internal static class ProviderReference
{
    private const string TypePrefix = "pulumi:providers:";

    /// <summary>The URN in a reference on the wire, <c>URN::ID</c>; empty for the default provider, which has none.</summary>
    public static string Urn(string reference)
    {
        var end = reference.LastIndexOf("::", StringComparison.Ordinal);
        return end < 0 ? "" : reference[..end];
    }

    /// <summary>The package whose explicit provider a type is; null for the type of any other resource.</summary>
    public static string? PackageOf(string type) =>
        type.StartsWith(TypePrefix, StringComparison.Ordinal) ? type[TypePrefix.Length..] : null;
}
