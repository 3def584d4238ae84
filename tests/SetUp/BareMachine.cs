using System.Diagnostics;

namespace SageMakerIam.Tests.SetUp;

/// <summary>
/// A copy of <c>./rehearse</c>, <c>./test</c> and <c>./build</c> on a machine with the coreutils, bash and Python alone, and with a dotnet,
/// a node and an npm that note what they are asked for and do next to nothing: what is tested is what the commands make of them.
/// </summary>
internal sealed class BareMachine : IDisposable
{
    private static readonly string[] Coreutils =
        [
            "bash", "sh", "basename", "cat", "cp", "date", "dirname", "env", "ls", "mkdir", "mktemp", "mv", "readlink", "rm", "sleep",
            "touch", "uname",
        ];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bare");

    private BareMachine()
    {
        foreach (var name in new[] { "bin", "home", "elsewhere" })
        {
            folder.CreateSubdirectory(name);
        }

        foreach (var command in Coreutils)
        {
            File.CreateSymbolicLink(Bin(command), OnPath(command));
        }

        Put(
            "rehearse", "test", "build", ".ci/set-up.sh", ".ci/lock.py", ".ci/has-moto.py", ".ci/compile-ahead.py", ".ci/closing-lines.py",
            "Directory.Build.props", "README.md");
        foreach (var project in new[]
        {
            "infra/SageMakerIam",
            "proof/Proof",
            "rehearsal/Rehearsal",
            "tests/SageMakerIam.Tests",
            "examples/downstream/Downstream",
            "wire/Wire",
        })
        {
            Write($"{project}.csproj", "<Project />");
        }

        Write("SageMakerIam.Pulumi.sln", "");
        Write("proof/judge/package-lock.json", "{}");
        Write("rehearsal/node/package-lock.json", "{}");
        Write("tests/node/package-lock.json", "{}");
        Write(".ci/requirements.txt", "moto[server]==5.2.1\nawscli==1.45.11\n");
    }

    /// <summary>The folder of the copy.</summary>
    public string Clone => Path.Combine(folder.FullName, "clone");

    /// <summary>Another folder, which has nothing to do with it.</summary>
    public string Elsewhere => Path.Combine(folder.FullName, "elsewhere");

    /// <summary>What the environment has besides PATH and HOME.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>What dotnet and npm were asked for, in order.</summary>
    public IReadOnlyList<string> Calls => File.Exists(CallsFile) ? File.ReadAllLines(CallsFile) : [];

    private string CallsFile => Path.Combine(folder.FullName, "calls");

    /// <summary>One where all is there that the commands need: dotnet 10, Node.js 20, and a Python with moto; no feed has Pulumi.</summary>
    public static BareMachine Complete()
    {
        var machine = new BareMachine();
        machine.Environment["CALLS"] = machine.CallsFile;
        machine.Has("dotnet", """
            [[ $1 != --list-sdks ]] || { echo "10.0.401 [/sdk]"; exit; }
            echo "dotnet $* on ${PulumiSdk:-none}" >>"$CALLS"
            [[ $1 != restore || $* != *PulumiSdk=nuget* ]] || { echo "error NU1101: Unable to find package Pulumi."; exit 1; }
            """);
        machine.Has("node", "echo v20.11.0");
        machine.Has("npm", """
            echo "npm $*" >>"$CALLS"
            [[ $1 != ci ]] || mkdir -p "$3/node_modules"
            """);
        machine.Has("python3", $$"""[[ $1 != .ci/has-moto.py ]] || { type -P python3; exit; }; exec '{{Python}}' "$@" """);
        machine.Has("aws", "echo aws-cli/1.45.11");
        return machine;
    }

    /// <summary>The Python of the tests, rather than a shim in front of it.</summary>
    public static string Python { get; } = System.Environment.GetEnvironmentVariable("MOTO_PYTHON") ?? OnPath("python3");

    /// <summary>Puts a command on the PATH, or another in its place.</summary>
    /// <param name="command">Its name.</param>
    /// <param name="script">What it does, in bash.</param>
    public void Has(string command, string script)
    {
        File.Delete(Bin(command));
        File.WriteAllText(Bin(command), $"#!{OnPath("bash")}\n{script}\n");
        File.SetUnixFileMode(Bin(command), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Takes a command from the PATH.</summary>
    public void Lacks(string command) => File.Delete(Bin(command));

    /// <summary>Puts the tests' own command on the PATH.</summary>
    public void HasReal(string command)
    {
        File.Delete(Bin(command));
        File.CreateSymbolicLink(Bin(command), OnPath(command));
    }

    /// <summary>Writes a file of the copy, after all that was built before.</summary>
    public void Write(string file, string text)
    {
        var path = Path.Combine(Clone, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>Runs a command of the copy to its end.</summary>
    public Task<EndedCommand> RunAsync(string command, params string[] arguments) =>
        Start(Path.Combine(Clone, command), Clone, arguments).EndAsync();

    /// <summary>Starts a command in a folder.</summary>
    public RunningCommand Start(string path, string workingDirectory, params string[] arguments)
    {
        var start = new ProcessStartInfo(path, arguments) { WorkingDirectory = workingDirectory };
        start.Environment.Clear();
        start.Environment["PATH"] = Path.Combine(folder.FullName, "bin");
        start.Environment["HOME"] = Path.Combine(folder.FullName, "home");
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        return RunningCommand.Start(start);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static string OnPath(string command) => (System.Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Select(path => Path.Combine(path, command))
        .First(File.Exists);

    private string Bin(string command) => Path.Combine(folder.FullName, "bin", command);

    private void Put(params string[] files)
    {
        foreach (var file in files)
        {
            var path = Path.Combine(Clone, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Copy(Path.Combine(RepositoryFolder.Path, file), path);
        }
    }
}
