using System.Reflection;
using System.Runtime.Loader;

namespace Rehearsal.ProgramHost;

/// <summary>The assembly of a program that runs more than once in this process.</summary>
/// <remarks>
/// Each run loads it anew, so that its static members start as they would in a process of their own, unless it says of itself that they
/// are the same in every run, by an AssemblyMetadata <see cref="SameInEveryRun"/>: it is then compiled once. What it refers to, the Pulumi
/// SDK above all, is loaded once.
/// </remarks>
internal sealed class HostedAssembly
{
    private const string SameInEveryRun = "StaticMembersAreTheSameInEveryRun";

    private readonly string path;
    private readonly string[] arguments;
    private readonly string folder = Directory.GetCurrentDirectory();
    private Assembly? kept;

    /// <param name="path">The assembly's full path.</param>
    /// <param name="arguments">The program's command line.</param>
    public HostedAssembly(string path, string[] arguments)
    {
        (this.path, this.arguments) = (path, arguments);

        // Where the program would look for what stands beside it: by default this is the folder of the host.
        AppContext.SetData("APP_CONTEXT_BASE_DIRECTORY", Path.GetDirectoryName(path) + Path.DirectorySeparatorChar);
    }

    /// <summary>Runs the program to its end, and answers its exit code.</summary>
    /// <param name="environment">Environment variables of this run alone.</param>
    public int Run(Dictionary<string, string> environment)
    {
        var before = environment.Keys.ToDictionary(name => name, Environment.GetEnvironmentVariable);
        Set(environment!);
        Directory.SetCurrentDirectory(folder);
        Environment.ExitCode = 0;
        var code = 0;

        // A thread of its own has nothing of what the run before has left in the flow of its calls.
        var run = new Thread(() => code = Enter());
        run.Start();
        run.Join();
        Set(before);
        return code;
    }

    private int Enter()
    {
        var assembly = kept ?? Load();
        Assembly.SetEntryAssembly(assembly);
        var main = assembly.EntryPoint!;
        object?[] given = main.GetParameters() is [] ? [] : [arguments];
        return main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, given, null) as int? ?? Environment.ExitCode;
    }

    private Assembly Load()
    {
        var assembly = new AssemblyLoadContext("a run of the program").LoadFromAssemblyPath(path);
        if (assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Any(metadata => metadata.Key == SameInEveryRun))
        {
            kept = assembly;
        }

        return assembly;
    }

    private static void Set(Dictionary<string, string?> environment)
    {
        foreach (var (name, value) in environment)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }
}
