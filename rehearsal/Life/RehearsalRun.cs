using System.Collections.Immutable;
using System.Globalization;
using Proof;
using Proof.Contracts;
using Proof.Judging;
using Proof.Processes;
using Rehearsal.Emulation;
using Rehearsal.Engine;
using Rehearsal.Output;
using Rehearsal.Providers.Aws.Calls;
using Rehearsal.PulumiCli;
using Rehearsal.StackFiles;

namespace Rehearsal.Life;

/// <summary>One call of <c>./rehearse</c>, from the command line's words to the exit code.</summary>
/// <param name="options">What the user asked for.</param>
/// <param name="screen">Where to say what happens.</param>
/// <param name="programOf">How a project's program is run.</param>
internal sealed class RehearsalRun(RehearsalOptions options, Screen screen, Func<PulumiProject, IPulumiProgram> programOf)
{
    private readonly Stopwatches time = new();
    private readonly Dictionary<string, IPulumiProgram> programs = [];

    /// <summary>Rehearses.</summary>
    /// <param name="cancel">Is cancelled when the user stops the rehearsal; what it started is stopped then, too.</param>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        try
        {
            if (options.Prove is null)
            {
                return await RehearseAsync(cancel).ConfigureAwait(false);
            }

            await new LiveProof(options, screen).ProveAsync().WaitAsync(cancel).ConfigureAwait(false);
            screen.Held();
            return ExitCode.Held;
        }
        catch (Exception) when (cancel.IsCancellationRequested)
        {
            return ExitCode.Cancelled;
        }
        catch (Exception fault) when (
            fault is BadInputException or InvalidContractException or InvalidDetailsException or InvalidPoliciesException)
        {
            screen.Error(fault.Message);
            return ExitCode.BadInput;
        }
        catch (StepFailedException failure)
        {
            screen.Error(failure.Message);
            return ExitCode.Failed;
        }
        catch (ProviderException failure)
        {
            screen.Error(failure.Message);
            return ExitCode.Failed;
        }
        catch (NodeException failure)
        {
            screen.Error($"node: {failure.Message}");
            return ExitCode.Failed;
        }
        finally
        {
            foreach (var program in programs.Values.OfType<IDisposable>())
            {
                program.Dispose();
            }
        }
    }

    private async Task<int> RehearseAsync(CancellationToken cancel)
    {
        var setUp = NoteSetUp();

        // All of it comes up while the files are read. Where these have faults, it is ended as it is.
        AwsConnection.Sdk.Start();
        AccessJudge.Start();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var starting = time.MeasureAsync("emulator", () => Emulator.StartAsync(options.Endpoint, stop.Token));
        ImmutableArray<ProvenLife> planned;
        try
        {
            planned = await PlayAsync(starting, cancel).ConfigureAwait(false);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await EndAsync(starting).ConfigureAwait(false);
        }

        screen.Time(time.Phases, setUp + time.All);
        var unproven = planned.SelectMany(life => life.Unproven).Distinct().ToList();
        if (planned.Any(life => !life.Held))
        {
            throw new StepFailedException(unproven.Count == 0
                ? "The access contract does not hold."
                : $"The policies have faults. Nothing proven: {string.Join(' ', unproven)}");
        }

        if (unproven.Count == 0)
        {
            screen.Held(options.Keep);
            return ExitCode.Held;
        }

        screen.NothingProven(unproven, options.NoContract);
        return options.NoContract ? ExitCode.Held : ExitCode.Failed;
    }

    private async Task<ImmutableArray<ProvenLife>> PlayAsync(Task<Emulator> starting, CancellationToken cancel)
    {
        var arguments = StackArgument.ReadAll(options.Stacks);
        var lives = Lives.Of(arguments, options.AsUpdates);
        using var engine = options.WithPulumi
            ? await PulumiEngine.StartAsync(arguments.Select(argument => argument.Project), cancel).ConfigureAwait(false)
            : null;
        if (engine is null)
        {
            ProgramOf(arguments[0].Project).Start();
        }

        var planned = lives.Select(life => new ProvenLife(life, OutputsOf(life, lives), screen, time, ProgramOf, engine))
            .ToImmutableArray();
        var reading = Task.WhenAll(planned.Select(life => life.Reading));
        try
        {
            foreach (var life in planned)
            {
                await life.PlayAsync(starting, reading, isKept: options.Keep && life == planned[^1]).WaitAsync(cancel)
                    .ConfigureAwait(false);
            }
        }
        catch (Exception) when (starting.IsFaulted)
        {
            // Whatever failed, failed for want of an emulator.
            await starting.ConfigureAwait(false);
            throw;
        }

        return planned;
    }

    private static async Task EndAsync(Task<Emulator> starting)
    {
        try
        {
            await (await starting.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is BadInputException or OperationCanceledException)
        {
            // It did not start, which is said where nothing came before it.
        }
    }

    /// <summary>The program of a project, the same one for all its stacks.</summary>
    private IPulumiProgram ProgramOf(PulumiProject project) =>
        programs.TryGetValue(project.Folder, out var known) ? known : programs[project.Folder] = programOf(project);

    /// <summary>
    /// The files that the user asked for of a life. Where there are several, each has its own, with the stack's name before the ending.
    /// </summary>
    private RehearsalOptions OutputsOf(ImmutableArray<StackArgument> life, ImmutableArray<ImmutableArray<StackArgument>> lives)
    {
        string? Of(string? path) => lives.Length == 1 ? path : OutputFile.With(path, life[0].Stack);
        return options with
        {
            AuthorizationDetails = Of(options.AuthorizationDetails),
            Outputs = Of(options.Outputs),
            Report = Of(options.Report),
        };
    }

    /// <summary>The time that the command took to check, build and install, before it started this process.</summary>
    private TimeSpan NoteSetUp()
    {
        if (!long.TryParse(
            Environment.GetEnvironmentVariable("REHEARSE_SET_UP_MICROSECONDS"), CultureInfo.InvariantCulture, out var microseconds))
        {
            return TimeSpan.Zero;
        }

        var setUp = TimeSpan.FromMicroseconds(microseconds);
        time.Add("set-up", setUp);
        return setUp;
    }
}
