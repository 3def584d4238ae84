using System.Collections.Immutable;
using System.Reflection;
using System.Xml.Linq;
using Rehearsal.Engine;
using Rehearsal.Programs;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Rehearsal.StackFiles;

/// <summary>A Pulumi project of runtime dotnet, as its <c>Pulumi.yaml</c> describes it.</summary>
/// <param name="Name">The project's name.</param>
/// <param name="Folder">The folder of <c>Pulumi.yaml</c>.</param>
/// <param name="MainFolder">The folder of the program, in which it runs.</param>
/// <param name="Refreshes">Whether previews and updates first look at what is there: <c>options: { refresh: always }</c>.</param>
/// <param name="ConfigDefaults">The values of the project's own configuration keys that a stack leaves out, by
/// <c>namespace:key</c>.</param>
internal sealed record PulumiProject(
    string Name, string Folder, string MainFolder, bool Refreshes, ImmutableSortedDictionary<string, string> ConfigDefaults)
{
    private const string FileName = "Pulumi.yaml";

    /// <summary>
    /// The full path of the executable, or the assembly, that the project names for its program:
    /// <c>runtime: { name: dotnet, options: { binary: PATH } }</c>, a path from the program's folder. Default: null, Pulumi builds it.
    /// </summary>
    /// <remarks>pulumi/pulumi-dotnet, <c>pulumi-language-dotnet/main.go</c>, parseOptions and Run.</remarks>
    public string? Binary { get; private init; }

    /// <summary>
    /// The least version of Pulumi that the project needs, where <c>requiredPulumiVersion</c> says it as <c>"&gt;=3.187.0"</c>. Default:
    /// null, any; what else a range can say, the CLI checks itself.
    /// </summary>
    public System.Version? LeastPulumiVersion { get; private init; }

    private static readonly string PulumiSdk =
        typeof(PulumiProject).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "PulumiSdk").Value!;

    /// <summary>
    /// Finds the project that a stack file belongs to: the nearest one above it, else above the current folder, else
    /// the one that the rehearsal itself is built in.
    /// </summary>
    /// <exception cref="BadInputException">There is no project.</exception>
    public static PulumiProject Find(string folder)
    {
        foreach (var start in new[] { folder, Directory.GetCurrentDirectory(), AppContext.BaseDirectory })
        {
            for (var candidate = new DirectoryInfo(start); candidate is not null; candidate = candidate.Parent)
            {
                if (File.Exists(Path.Combine(candidate.FullName, FileName)))
                {
                    return Read(candidate.FullName);
                }
            }
        }

        throw new BadInputException(folder, $"there is no {FileName} here or in a folder above.", "Run the rehearsal in a Pulumi project.");
    }

    /// <summary>Reads a project.</summary>
    /// <exception cref="BadInputException">The folder has no such project.</exception>
    public static PulumiProject Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        var shape = "A project file has the keys name, runtime and main.";
        var mapping = YamlFile.Read(path, shape);
        var name = (mapping.Entry("name") as YamlScalarNode)?.Value
            ?? throw new BadInputException(path, "it has no name.", shape);
        var main = (mapping.Entry("main") as YamlScalarNode)?.Value ?? ".";
        var refresh = ((mapping.Entry("options") as YamlMappingNode)?.Entry("refresh") as YamlScalarNode)?.Value;
        var program = Path.GetFullPath(Path.Combine(folder, main));
        var options = (mapping.Entry("runtime") as YamlMappingNode)?.Entry("options") as YamlMappingNode;
        var binary = (options?.Entry("binary") as YamlScalarNode)?.Value;
        return new PulumiProject(name, folder, program, refresh == "always", Defaults(mapping, name))
        {
            Binary = binary is null ? null : Path.GetFullPath(Path.Combine(program, binary)),
            LeastPulumiVersion = (mapping.Entry("requiredPulumiVersion") as YamlScalarNode)?.Value is ['>', '=', .. var least]
                && System.Version.TryParse(least, out var version) ? version : null,
        };
    }

    /// <summary>The names of the stacks that have a file beside the project's.</summary>
    public IEnumerable<string> Stacks => Directory.EnumerateFiles(Folder, "Pulumi.*.yaml")
        .Select(path => Path.GetFileName(path)["Pulumi.".Length..^".yaml".Length])
        .Where(stack => !stack.Contains('.', StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    /// <summary>The path of a stack's file.</summary>
    public string StackFile(string stack) => Path.Combine(Folder, $"Pulumi.{stack}.yaml");

    /// <summary>The compiled program: on the Pulumi SDK that the rehearsal is built on, where the project builds on several.</summary>
    /// <exception cref="BadInputException">It is not there.</exception>
    public string Assembly()
    {
        var projects = Directory.Exists(MainFolder) ? Directory.GetFiles(MainFolder, "*.csproj") : [];
        if (projects.Length != 1)
        {
            throw new BadInputException(
                MainFolder, $"the program's folder has {projects.Length} project files.", $"Give {FileName} a main that has one .csproj.");
        }

        var name = Path.GetFileNameWithoutExtension(projects[0]);
        var assembly = XDocument.Load(projects[0]).Descendants("AssemblyName").FirstOrDefault()?.Value ?? name;
        for (var root = new DirectoryInfo(MainFolder); root is not null; root = root.Parent)
        {
            foreach (var artifacts in new[] { Path.Combine("artifacts", PulumiSdk), "artifacts" })
            {
                var path = Path.Combine(root.FullName, artifacts, "bin", name, "debug", $"{assembly}.dll");
                if (File.Exists(path))
                {
                    return path;
                }
            }
        }

        throw new BadInputException(projects[0], "the program is not built.", $"Run: dotnet build {projects[0]}");
    }

    /// <summary>The program: the executable that the project names, or what was built last.</summary>
    /// <exception cref="BadInputException">It is not there.</exception>
    public IPulumiProgram Program()
    {
        if (Binary is null)
        {
            return new HostedProgram(Assembly(), [], MainFolder);
        }

        if (!File.Exists(Binary))
        {
            throw new BadInputException(
                Path.Combine(Folder, FileName),
                $"binary names {Binary}, which is not there.",
                "Make it with ./build, or write runtime: dotnet for a program that Pulumi builds.");
        }

        return Binary.EndsWith(".dll", StringComparison.Ordinal)
            ? new HostedProgram(Binary, [], MainFolder)
            : new ProcessProgram(Binary, [], MainFolder);
    }

    private static ImmutableSortedDictionary<string, string> Defaults(YamlMappingNode project, string name)
    {
        var defaults = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in project.Entry("config") as YamlMappingNode ?? [])
        {
            var given = value is YamlMappingNode schema ? schema.Entry("default") ?? schema.Entry("value") : value;
            if (given is not null && ConfigValue.ToText(given, RefuseSecret) is { } text)
            {
                defaults[StackConfig.QualifiedKey(((YamlScalarNode)key).Value!, name)] = text;
            }
        }

        return defaults.ToImmutable();
    }

    private static string RefuseSecret(Mark place) => throw new BadInputException(
        $"{FileName}:{place.Line}", "an encrypted value cannot be a default.", "Put it into a stack file.");
}
