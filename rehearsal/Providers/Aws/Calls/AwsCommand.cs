namespace Rehearsal.Providers.Aws.Calls;

/// <summary>What the names of the API's actions say of them.</summary>
internal static class AwsCommand
{
    private static readonly string[] Reads = ["Get", "List", "Describe", "Head"];
    private static readonly string[] Removals = ["Delete", "Detach", "Remove"];

    /// <summary>Whether the action, <c>GetRole</c> say, changes nothing.</summary>
    public static bool IsRead(string command) => Reads.Any(verb => command.StartsWith(verb, StringComparison.Ordinal));

    /// <summary>Whether the action, <c>DetachRolePolicy</c> say, takes something away.</summary>
    public static bool IsRemoval(string command) => Removals.Any(verb => command.StartsWith(verb, StringComparison.Ordinal));
}
