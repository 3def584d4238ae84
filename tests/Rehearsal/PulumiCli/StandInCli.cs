using System.Diagnostics;
using System.Text.Json.Nodes;
using SageMakerIam.Tests.SetUp;

namespace SageMakerIam.Tests.Rehearsal.PulumiCli;

/// <summary>
/// A machine whose Pulumi CLI is the stand-in of <c>stand-in.py</c>, with a home that nothing may touch and a project in a folder.
/// </summary>
internal sealed class StandInCli : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("stand-in");

    public StandInCli()
    {
        foreach (var name in new[] { "bin", "home/.pulumi/plugins/resource-aws-v7.48.0", "project/infra", "temp" })
        {
            folder.CreateSubdirectory(name);
        }

        File.WriteAllText(In("home/.pulumi/credentials.json"), """{"current":"https://pulumi.example"}""");
        File.WriteAllText(In("home/aws-config"), "[profile own]\nregion = eu-west-1\n");
        File.WriteAllText(In("home/.pulumi/plugins/resource-aws-v7.48.0/PulumiPlugin.yaml"), "");
        Write("Pulumi.yaml", $"""
            name: sagemaker-iam
            runtime: dotnet
            main: infra
            requiredPulumiVersion: ">=3.187.0"
            backend: {"{"} url: "https://pulumi.example" {"}"}
            """);
        Write("infra/SageMakerIam.csproj", "<Project />");
        // What is built; the stand-in does not run it.
        Write("artifacts/bin/SageMakerIam/debug/SageMakerIam.dll", "");
        HasStack("");
        Put("pulumi", $"exec '{BareMachine.Python}' '{Script}' \"$@\"");
        Environment["STAND_IN_CALLS"] = In("calls.jsonl");
    }

    /// <summary>The script.</summary>
    public static string Script => Path.Combine(RepositoryFolder.Path, "tests", "Rehearsal", "PulumiCli", "stand-in.py");

    /// <summary>What the environment has besides the tests' own.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>The calls of the stand-in, in order.</summary>
    public IReadOnlyList<JsonNode> Calls => File.Exists(In("calls.jsonl"))
        ? [.. File.ReadAllLines(In("calls.jsonl")).Select(line => JsonNode.Parse(line)!)]
        : [];

    /// <summary>The folder that temporary files are made in.</summary>
    public string Temp => In("temp");

    /// <summary>What the user has: each file and folder of the home and the project, when it was changed, and what it holds.</summary>
    public IEnumerable<string> Untouchable =>
        from root in new[] { In("home"), In("project") }
        from path in Directory.EnumerateFileSystemEntries(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        select $"{path} {File.GetLastWriteTimeUtc(path):O} {(File.Exists(path) ? File.ReadAllText(path) : "")}";

    /// <summary>Writes the stack file.</summary>
    /// <param name="more">The lines of its configuration beside the region.</param>
    /// <param name="beside">The lines beside the configuration.</param>
    public void HasStack(string more, string beside = "") =>
        Write("Pulumi.dev.yaml", $"{beside}config:\n  aws:region: us-east-1\n{more}");

    /// <summary>Takes the CLI from the PATH.</summary>
    public void HasNoCli() => File.Delete(In("bin/pulumi"));

    /// <summary>A path of the machine.</summary>
    public string In(string path) => Path.Combine(folder.FullName, path);

    /// <summary>Rehearses the stack with the CLI, to the end.</summary>
    public Task<EndedCommand> RehearseAsync(params string[] arguments) => Start(arguments).EndAsync();

    /// <summary>Starts to rehearse the stack with the CLI.</summary>
    public RunningCommand Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "Rehearsal.dll"), "dev", "--no-contract", "--engine", "pulumi", .. arguments])
        {
            WorkingDirectory = In("project"),
        };
        // The tests' own Python may be found by HOME, and dotnet may not be where the PATH of a user has it.
        start.Environment["MOTO_PYTHON"] = BareMachine.Python;
        start.Environment["HOME"] = In("home");
        start.Environment["TMPDIR"] = Temp;
        start.Environment["PATH"] = $"{In("bin")}{Path.PathSeparator}{start.Environment["PATH"]}";
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        return RunningCommand.Start(start);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(In($"project/{file}"))!);
        File.WriteAllText(In($"project/{file}"), text);
    }

    private void Put(string command, string script)
    {
        File.WriteAllText(In($"bin/{command}"), $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(In($"bin/{command}"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
