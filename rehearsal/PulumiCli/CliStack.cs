using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Rehearsal.Engine;
using Rehearsal.StackFiles;

namespace Rehearsal.PulumiCli;

/// <summary>A stack of a Pulumi project over all its updates, which Pulumi's own engine makes.</summary>
/// <param name="home">Where the CLI works.</param>
/// <param name="project">The project.</param>
/// <param name="name">The stack's name.</param>
/// <param name="folder">The folder of the stack's life.</param>
/// <param name="variables">The variables by which the CLI finds the backend, and the provider the emulated AWS.</param>
internal sealed partial class CliStack(
    PulumiHome home, PulumiProject project, string name, string folder, ImmutableSortedDictionary<string, string> variables) : IStack
{
    // By which the program says where in the user's own stack file a fault stands.
    private const string StackFileVariable = "REHEARSAL_STACK_FILE";

    private readonly ProjectCopy copy = new(project, name, Path.Combine(folder, "projects", project.Name));
    private StackExport export = new(new JsonObject());
    private ProgramConfig? prepared;
    private int commands;

    /// <inheritdoc/>
    public string Project => project.Name;

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public IEnumerable<string> Held => export.Protected;

    /// <summary>The settings of the AWS providers of the stack, after its last update.</summary>
    public IEnumerable<PropertyMap> AwsProviders => export.AwsProviders;

    /// <inheritdoc/>
    public Task<UpdateResult> PreviewAsync(ProgramConfig config) => PlayAsync(config, "preview");

    /// <inheritdoc/>
    public Task<UpdateResult> UpAsync(ProgramConfig config) => PlayAsync(config, "up", "--yes", "--skip-preview");

    /// <inheritdoc/>
    public async Task<UpdateResult> DestroyAsync()
    {
        if (Held.Any())
        {
            await KeepBooksAsync("state", "unprotect", "--all", "--yes").ConfigureAwait(false);
        }

        return await PlayAsync(prepared!, "destroy", "--yes", "--skip-preview").ConfigureAwait(false);
    }

    private async Task<UpdateResult> PlayAsync(ProgramConfig config, params string[] command)
    {
        await PrepareAsync(config).ConfigureAwait(false);
        var file = Path.Combine(folder, $"events-{project.Name}-{++commands}.jsonl");
        var call = await RunAsync([.. command, "--event-log", file], home.Work).ConfigureAwait(false);
        var log = EventLog.Read(file);
        if (NoPlugin().Match(call.Output + call.Errors) is { Success: true } missing)
        {
            throw PulumiEngine.NoPlugin(missing.Groups["name"].Value, missing.Groups["version"].Value);
        }

        export = new StackExport(JsonNode.Parse(await KeepBooksAsync("stack", "export", "--show-secrets").ConfigureAwait(false))!);
        var errors = call.Exit != 0 && log.Failures.IsEmpty && log.Errors.IsEmpty ? [call.Reason] : log.Errors;
        return new UpdateResult(
            log.Steps,
            [],
            StackState.Empty with { Outputs = export.Outputs },
            log.Failures,
            log.Warnings,
            errors,
            new ProgramExit(0, ""),
            ProviderCalls.NotCounted)
        {
            Duration = log.Duration,
        };
    }

    /// <summary>Writes the copies that the CLI works with, and makes the stack, unless it is there.</summary>
    private async Task PrepareAsync(ProgramConfig config)
    {
        if (prepared == config)
        {
            return;
        }

        var isNew = prepared is null;
        if (isNew)
        {
            copy.WriteProject();
        }

        prepared = config;
        var secrets = copy.WriteStack(config.File!);
        if (isNew)
        {
            await KeepBooksAsync("stack", "init").ConfigureAwait(false);
        }

        if (!secrets.IsEmpty)
        {
            var values = secrets.SelectMany(secret => new[] { "--secret", $"{secret.Path}={secret.Value}" });
            await KeepBooksAsync(["config", "set-all", "--path", .. values]).ConfigureAwait(false);
        }
    }

    /// <summary>Calls the CLI for something that has to succeed, and answers what it prints.</summary>
    private async Task<string> KeepBooksAsync(params string[] command)
    {
        var call = await RunAsync(command, PulumiHome.Question).ConfigureAwait(false);
        return call.Exit == 0
            ? call.Output
            : throw new BadInputException($"--engine pulumi: pulumi {command[0]} {command[1]} fails: {call.Reason}");
    }

    private Task<PulumiCall> RunAsync(IEnumerable<string> command, TimeSpan limit) => home.RunAsync(
        [.. command, "--stack", name], copy.Folder, limit, variables.SetItem(StackFileVariable, prepared!.File!));

    [GeneratedRegex(@"no resource plugin 'pulumi-resource-(?<name>[^']+)' found.*? at version v(?<version>[0-9.]+[0-9])")]
    private static partial Regex NoPlugin();
}
