using Proof;

namespace Rehearsal.StackFiles;

/// <summary>The names of access contracts: <c>Pulumi.dev.access.yaml</c> stands beside <c>Pulumi.dev.yaml</c>.</summary>
internal static class ContractFile
{
    private const string Extension = ".access.yaml";

    /// <summary>Whether a file is a contract by its name.</summary>
    public static bool IsContract(string path) => path.EndsWith(Extension, StringComparison.Ordinal);

    /// <summary>The path of the contract beside a stack file.</summary>
    public static string Beside(string stackFile) => Path.ChangeExtension(stackFile, Extension);

    /// <summary>
    /// The files that may be meant as the contract of a stack file, and are named otherwise: <c>.acces.yaml</c>, <c>.access.yml</c>.
    /// </summary>
    public static IEnumerable<string> AlmostBeside(string stackFile)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(stackFile))!;
        var stack = Path.GetFileNameWithoutExtension(stackFile);
        return Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)).Where(IsAlmost).Order(StringComparer.Ordinal);

        bool IsAlmost(string name) =>
            name != Path.GetFileName(stackFile)
            && (name.StartsWith(stack, StringComparison.OrdinalIgnoreCase)
                ? NearestWord.Of(name[stack.Length..], [Extension]) is not null
                : IsContract(name) && !File.Exists(Path.Combine(folder, StackFileOf(name)))
                    && NearestWord.Of(name[..^Extension.Length], [stack]) is not null);
    }

    /// <summary>The path of the stack file that a contract stands beside.</summary>
    public static string StackFileOf(string contract) => $"{contract[..^Extension.Length]}.yaml";
}
