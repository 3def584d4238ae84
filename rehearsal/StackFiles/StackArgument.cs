namespace Rehearsal.StackFiles;

/// <summary>What the user names to be rehearsed: a stack of the project, or the path of a stack file.</summary>
/// <param name="Project">The project that the stack belongs to.</param>
/// <param name="Stack">The stack's name.</param>
/// <param name="Config">The stack's configuration.</param>
internal sealed record StackArgument(PulumiProject Project, string Stack, StackConfig Config)
{
    /// <summary>Reads what an argument of the command line names.</summary>
    /// <exception cref="BadInputException">There is no such stack or file, or it cannot be used.</exception>
    public static StackArgument Read(string argument)
    {
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
            return new StackArgument(owner, NameOf(argument), StackConfig.Read(argument, owner));
        }

        var project = PulumiProject.Find(Directory.GetCurrentDirectory());
        var path = project.StackFile(argument);
        return File.Exists(path)
            ? new StackArgument(project, argument, StackConfig.Read(Path.GetRelativePath(Directory.GetCurrentDirectory(), path), project))
            : throw new BadInputException(
                argument,
                $"the project {project.Name} has no stack of this name.",
                $"Its stacks are {string.Join(", ", project.Stacks)}; or give the path of a stack file.");
    }

    private static string NameOf(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return name.StartsWith("Pulumi.", StringComparison.Ordinal) ? name["Pulumi.".Length..] : name;
    }
}
