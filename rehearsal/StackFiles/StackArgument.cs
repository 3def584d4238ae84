using System.Collections.Immutable;

namespace Rehearsal.StackFiles;

/// <summary>What the user names to be rehearsed: a stack of the project, or the path of a stack file.</summary>
/// <param name="Project">The project that the stack belongs to.</param>
/// <param name="Stack">The stack's name.</param>
/// <param name="IsNamed">
/// Whether the argument says which stack it is: <c>dev</c> and <c>Pulumi.dev.yaml</c> do, <c>2-rotate.yaml</c> is a state of any.
/// </param>
/// <param name="Config">The stack's configuration.</param>
internal sealed record StackArgument(PulumiProject Project, string Stack, bool IsNamed, StackConfig Config)
{
    private const string Prefix = "Pulumi.";

    /// <summary>Reads what the arguments of the command line name; a contract among them belongs to its stack file.</summary>
    /// <exception cref="BadInputException">There is no such stack or file, or it cannot be used.</exception>
    public static ImmutableArray<StackArgument> ReadAll(IEnumerable<string> arguments)
    {
        // A pattern of a shell finds the contracts among the stack files.
        var contracts = arguments.Where(ContractFile.IsContract).ToList();
        var stacks = arguments.Where(argument => !ContractFile.IsContract(argument));
        var read = stacks.Select(Read).ToImmutableArray();
        var files = read.Select(argument => Path.GetFullPath(argument.Config.Path)).ToHashSet();
        return contracts.Find(contract => !files.Contains(Path.GetFullPath(ContractFile.StackFileOf(contract)))) is { } alone
            ? [Read(alone)]
            : read;
    }

    /// <summary>Reads what an argument of the command line names.</summary>
    /// <exception cref="BadInputException">There is no such stack or file, or it cannot be used.</exception>
    public static StackArgument Read(string argument)
    {
        if (ContractFile.IsContract(argument))
        {
            throw new BadInputException(
                argument, "this is an access contract, which says what a stack must be able to do.",
                $"Give the stack file: {ContractFile.StackFileOf(argument)}");
        }

        var isPath = argument.Contains('/', StringComparison.Ordinal)
            || argument.EndsWith(".yaml", StringComparison.Ordinal)
            || argument.EndsWith(".yml", StringComparison.Ordinal);
        if (isPath)
        {
            if (!File.Exists(argument))
            {
                throw new BadInputException(argument, "the file does not exist.", "Give the path of a stack file, or the name of a stack.");
            }

            var owner = PulumiProject.Find(Path.GetDirectoryName(Path.GetFullPath(argument))!);
            var name = Path.GetFileNameWithoutExtension(argument);
            var isNamed = name.StartsWith(Prefix, StringComparison.Ordinal);
            return new StackArgument(owner, isNamed ? name[Prefix.Length..] : name, isNamed, StackConfig.Read(argument, owner));
        }

        var project = PulumiProject.Find(Directory.GetCurrentDirectory());
        var path = project.StackFile(argument);
        return File.Exists(path)
            ? new StackArgument(
                project, argument, IsNamed: true, StackConfig.Read(Path.GetRelativePath(Directory.GetCurrentDirectory(), path), project))
            : throw new BadInputException(
                argument,
                $"the project {project.Name} has no stack of this name.",
                $"Its stacks are {string.Join(", ", project.Stacks)}; or give the path of a stack file.");
    }
}
