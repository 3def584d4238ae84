using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Rehearsal.StackFiles;

namespace Rehearsal.PulumiCli;

/// <summary>Pulumi's own engine, as the CLI on the PATH has it, in a home of its own.</summary>
internal sealed partial class PulumiEngine : IDisposable
{
    // What every stack here needs; what else one needs, the engine says when it comes to it.
    private const string Provider = "aws";

    private PulumiEngine(PulumiHome home, string version) => (Home, Version) = (home, version);

    /// <summary>Where it works.</summary>
    public PulumiHome Home { get; }

    /// <summary>Its version, <c>3.274.1</c>.</summary>
    public string Version { get; }

    /// <summary>What it is, in words: <c>pulumi 3.274.1</c>.</summary>
    public string Name => $"pulumi {Version}";

    /// <summary>Finds the CLI, and checks that it can play the stacks of projects.</summary>
    /// <param name="projects">The projects, each of which may say which version it needs.</param>
    /// <param name="cancel">Is cancelled when the user stops the rehearsal.</param>
    /// <exception cref="BadInputException">There is none, it is too old or does not run, or it has no AWS provider.</exception>
    public static async Task<PulumiEngine> StartAsync(IEnumerable<PulumiProject> projects, CancellationToken cancel)
    {
        var path = OnPath("pulumi")
            ?? throw Fault("it is not on the PATH.", "Install the Pulumi CLI, or leave --engine out: the rehearsal has its own engine.");
        var home = new PulumiHome(path);
        using var stop = cancel.Register(home.Stop);
        try
        {
            var version = await VersionAsync(home, projects).ConfigureAwait(false);
            await CheckPluginAsync(home).ConfigureAwait(false);
            return new PulumiEngine(home, version);
        }
        catch
        {
            home.Dispose();
            throw;
        }
    }

    /// <summary>The fault that a provider's plugin is not installed.</summary>
    /// <param name="name">The provider, <c>aws</c>.</param>
    /// <param name="version">Its version; null where any would do.</param>
    public static BadInputException NoPlugin(string name, string? version)
    {
        var (of, words) = version is null ? ("", name) : ($" of version {version}", $"{name} {version}");
        return Fault(
            $"the CLI has no plugin of the provider {name}{of}.",
            $"Install it: pulumi plugin install resource {words} (without a network, with --file FILE).");
    }

    /// <inheritdoc/>
    public void Dispose() => Home.Dispose();

    private static async Task<string> VersionAsync(PulumiHome home, IEnumerable<PulumiProject> projects)
    {
        var said = await AskAsync(home, "version").ConfigureAwait(false);
        if (VersionNumber().Match(said) is not { Success: true } version)
        {
            throw Fault($"{home.Cli} names no version.", "Install the Pulumi CLI anew.");
        }

        foreach (var project in projects)
        {
            if (project.LeastPulumiVersion is { } least && new Version(version.Value) < least)
            {
                throw Fault(
                    $"{home.Cli} is of version {version.Value}.", $"The project {project.Name} needs {least} or later: update the CLI.");
            }
        }

        return version.Value;
    }

    private static async Task CheckPluginAsync(PulumiHome home)
    {
        var said = await AskAsync(home, "plugin", "ls", "--json").ConfigureAwait(false);
        var isInstalled = said.StartsWith('[') && JsonNode.Parse(said)!.AsArray().Any(
            plugin => (string?)plugin!["name"] == Provider && (string?)plugin["kind"] == "resource");
        if (!isInstalled && OnPath($"pulumi-resource-{Provider}") is null)
        {
            throw NoPlugin(Provider, null);
        }
    }

    private static async Task<string> AskAsync(PulumiHome home, params string[] arguments)
    {
        var call = await home.RunAsync(arguments, home.Folder, PulumiHome.Question).ConfigureAwait(false);
        return call.Exit == 0
            ? call.Output.Trim()
            : throw Fault($"{home.Cli} {string.Join(' ', arguments)} fails: {call.Reason}.", "Install the Pulumi CLI anew.");
    }

    private static BadInputException Fault(string found, string remedy) => new($"--engine pulumi: {found} {remedy}");

    private static string? OnPath(string command) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, command))
        .FirstOrDefault(File.Exists);

    [GeneratedRegex(@"\d+\.\d+\.\d+")]
    private static partial Regex VersionNumber();
}
