namespace Rehearsal.StackFiles;

/// <summary>The names of access contracts: <c>Pulumi.dev.access.yaml</c> stands beside <c>Pulumi.dev.yaml</c>.</summary>
internal static class ContractFile
{
    private const string Extension = ".access.yaml";

    /// <summary>Whether a file is a contract by its name.</summary>
    public static bool IsContract(string path) => path.EndsWith(Extension, StringComparison.Ordinal);

    /// <summary>The path of the contract beside a stack file.</summary>
    public static string Beside(string stackFile) => Path.ChangeExtension(stackFile, Extension);

    /// <summary>The path of the stack file that a contract stands beside.</summary>
    public static string StackFileOf(string contract) => $"{contract[..^Extension.Length]}.yaml";
}
