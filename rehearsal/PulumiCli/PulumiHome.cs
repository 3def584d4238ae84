using System.Collections;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Proof.Processes;

namespace Rehearsal.PulumiCli;

/// <summary>
/// A temporary folder in which the Pulumi CLI works: its home, its backend, the copies of projects. Of the user's own home it sees the
/// provider plugins alone, and installs none; of the user's environment neither a login nor a key.
/// </summary>
internal sealed class PulumiHome : IDisposable
{
    /// <summary>The environment variable with the seconds that a preview, an update or a destruction may take; 600 without.</summary>
    public const string Variable = "REHEARSE_PULUMI_TIMEOUT_SECONDS";

    /// <summary>How long a call may take that asks for something or keeps the books.</summary>
    public static readonly TimeSpan Question = TimeSpan.FromMinutes(1);

    private const string DefaultSeconds = "600";

    private readonly Dictionary<string, string?> environment;
    private StartedProcess? running;
    private bool isStopped;
    private int lives;

    /// <summary>Makes it.</summary>
    /// <param name="cli">The CLI's path.</param>
    public PulumiHome(string cli)
    {
        Cli = cli;
        Work = LimitOfWork();
        Folder = Directory.CreateTempSubdirectory("rehearse-pulumi-").FullName;
        var own = Directory.CreateDirectory(Path.Combine(Folder, "home", ".pulumi")).FullName;
        if (Directory.Exists(PluginsOfUser))
        {
            Directory.CreateSymbolicLink(Path.Combine(own, "plugins"), PluginsOfUser);
        }

        environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(entry => (string)entry.Key)
            .Where(name => name.StartsWith("PULUMI_", StringComparison.Ordinal) || name.StartsWith("AWS_", StringComparison.Ordinal))
            .Where(name => name is not ("AWS_REGION" or "AWS_DEFAULT_REGION"))
            .ToDictionary(name => name, _ => (string?)null);
        environment["HOME"] = Path.Combine(Folder, "home");
        environment["PULUMI_HOME"] = own;
        environment["PULUMI_CONFIG_PASSPHRASE"] = RandomNumberGenerator.GetHexString(32);
        environment["PULUMI_SKIP_UPDATE_CHECK"] = "true";
        environment["PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION"] = "true";
        // What the CLI knows --event-log by.
        environment["PULUMI_DEBUG_COMMANDS"] = "true";
        environment["AWS_EC2_METADATA_DISABLED"] = "true";
        environment["NO_PROXY"] = "127.0.0.1,localhost";
    }

    /// <summary>The CLI's path.</summary>
    public string Cli { get; }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>How long a preview, an update or a destruction may take.</summary>
    public TimeSpan Work { get; }

    private static string PluginsOfUser => Path.Combine(
        Environment.GetEnvironmentVariable("PULUMI_HOME") is { Length: > 0 } given
            ? given
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".pulumi"),
        "plugins");

    /// <summary>A folder for one life of stacks, and the variable with the backend in it that they share.</summary>
    public (string Folder, string Variable, string Backend) NewLife()
    {
        var folder = Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"life-{++lives}"));
        return (folder, "PULUMI_BACKEND_URL", $"file://{Directory.CreateDirectory(Path.Combine(folder, "backend")).FullName}");
    }

    /// <summary>Calls the CLI, and waits for its end.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">The folder that it runs in.</param>
    /// <param name="limit">How long it may take.</param>
    /// <param name="variables">The variables that it has besides. Default: none.</param>
    /// <exception cref="BadInputException">It cannot be started, or did not end in time and was stopped.</exception>
    public async Task<PulumiCall> RunAsync(
        IReadOnlyList<string> arguments, string folder, TimeSpan limit, IReadOnlyDictionary<string, string>? variables = null)
    {
        ObjectDisposedException.ThrowIf(isStopped, this);
        using var started = Started(arguments, folder, variables ?? new Dictionary<string, string>());
        running = started;
        var process = started.Process;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var end = new CancellationTokenSource(limit);
        try
        {
            await process.WaitForExitAsync(end.Token).ConfigureAwait(false);
            return new PulumiCall(
                process.ExitCode,
                await output.WaitAsync(end.Token).ConfigureAwait(false),
                await errors.WaitAsync(end.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            started.End();
            throw Fault(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"pulumi {arguments[0]} did not end within {limit.TotalSeconds:0} s, and was stopped."),
                $"{Variable} sets another limit.");
        }
        finally
        {
            running = null;
        }
    }

    /// <summary>Ends what runs in it, and starts nothing any more.</summary>
    public void Stop()
    {
        isStopped = true;
        running?.End();
    }

    /// <summary>Ends what runs in it, and deletes it.</summary>
    public void Dispose()
    {
        Stop();
        Directory.Delete(Folder, recursive: true);
    }

    private static BadInputException Fault(string found, string remedy) => new($"--engine pulumi: {found} {remedy}");

    private static TimeSpan LimitOfWork()
    {
        var text = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : DefaultSeconds;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= 86_400
            ? TimeSpan.FromSeconds(seconds)
            : throw new BadInputException(
                Variable, $"'{text}' is no number of seconds.", $"Give 1 to 86400, or leave it out for {DefaultSeconds}.");
    }

    private StartedProcess Started(IReadOnlyList<string> arguments, string folder, IReadOnlyDictionary<string, string> variables)
    {
        var start = new ProcessStartInfo(Cli, [.. arguments, "--non-interactive", "--color", "never"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment.Concat(variables.Select(entry => KeyValuePair.Create(entry.Key, (string?)entry.Value))))
        {
            start.Environment[name] = value;
        }

        try
        {
            return StartedProcess.Start(start, $"pulumi {arguments[0]}", isInterrupted: true);
        }
        catch (Win32Exception fault)
        {
            throw Fault($"{Cli} does not run: {fault.Message}.", "Install the Pulumi CLI anew.");
        }
    }
}
