using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Rehearsal.Aws;
using Rehearsal.Emulation;
using Rehearsal.Engine;
using Rehearsal.NodeProcesses;
using Rehearsal.Output;
using Rehearsal.Proof;
using Rehearsal.Proof.Results;
using Rehearsal.Report;
using Rehearsal.StackFiles;

namespace Rehearsal.Life;

/// <summary>One call of <c>./rehearse</c>, from the command line's words to the exit code.</summary>
/// <param name="options">What the user asked for.</param>
/// <param name="screen">Where to say what happens.</param>
/// <param name="programOf">How a project's program is run.</param>
internal sealed class RehearsalRun(RehearsalOptions options, Screen screen, Func<PulumiProject, IPulumiProgram> programOf)
{
    private readonly Stopwatches time = new();

    /// <summary>Rehearses.</summary>
    /// <param name="cancel">Is cancelled when the user stops the rehearsal; what it started is stopped then, too.</param>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        try
        {
            await (options.Prove is null ? RehearseAsync(cancel) : new LiveProof(screen, options.Report).ProveAsync(options.Prove, options.AuthorizationDetailsFrom)).ConfigureAwait(false);
            screen.Held();
            return ExitCode.Held;
        }
        catch (BadInputException fault)
        {
            screen.Error(fault.Message);
            return ExitCode.BadInput;
        }
        catch (StepFailedException failure)
        {
            screen.Error(failure.Message);
            return ExitCode.Failed;
        }
        catch (AwsException failure)
        {
            screen.Error(failure.Message);
            return ExitCode.Failed;
        }
        catch (NodeException failure)
        {
            screen.Error($"node: {failure.Message}");
            return ExitCode.Failed;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return ExitCode.Cancelled;
        }
    }

    private async Task RehearseAsync(CancellationToken cancel)
    {
        NoteSetUp();
        var arguments = options.Stacks.Where(stack => !ContractProof.IsContract(stack)).Select(StackArgument.Read).ToImmutableArray();
        CheckAccounts(arguments);
        var updates = arguments.Select(argument => new PlannedUpdate(argument, ContractProof.Beside(argument, AwsProvider.HomeAccount(arguments[0].Config.AwsSettings)))).ToImmutableArray();
        OutputFile.CheckWritable("--authorization-details", options.AuthorizationDetails);
        OutputFile.CheckWritable("--outputs", options.Outputs);
        OutputFile.CheckWritable("--report", options.Report);

        var started = Stopwatch.GetTimestamp();
        NodeProcess.StartAll();
        var emulator = await Emulator.StartAsync(options.Endpoint, cancel).WaitAsync(cancel).ConfigureAwait(false);
        await using (emulator.ConfigureAwait(false))
        {
            time.Add("emulator", Stopwatch.GetElapsedTime(started));
            await PlayAsync(updates, emulator).WaitAsync(cancel).ConfigureAwait(false);
        }

        screen.Time(time.Phases);
    }

    private async Task PlayAsync(ImmutableArray<PlannedUpdate> planned, Emulator emulator)
    {
        var settings = planned[0].Argument.Config.AwsSettings;
        var home = AwsProvider.Target(settings, AwsProvider.HomeAccount(settings));

        // Also what makes the emulator load AWS's managed policies, while the program is previewed.
        // Its calls are none of the stack's and are not counted with them.
        using var connection = new AwsConnection(emulator.Endpoint);
        var foundBefore = new EmulatedAws(connection).ContentsAsync(home);
        var aws = new EmulatedAws(connection);
        var life = new StackLife(aws, screen, time, programOf);
        var updates = new List<UpdateFacts>();
        var proofs = new List<ProofResult>();
        var details = ImmutableSortedDictionary<string, JsonObject>.Empty;
        foreach (var (argument, contract) in planned)
        {
            await (contract?.VetAsync() ?? Task.CompletedTask).ConfigureAwait(false);
            var update = await life.UpdateAsync(argument.Project, argument.Stack, argument.Config).ConfigureAwait(false);
            updates.Add(update);
            details = await aws.AllAuthorizationDetailsAsync(home).ConfigureAwait(false);
            if (contract is null)
            {
                screen.NothingProven(argument.Config.Path);
                continue;
            }

            var proof = await time.MeasureAsync("prove", () => contract.ProveAsync(new AuthorizationDetails(details.Values), update.Up.State.Outputs)).ConfigureAwait(false);
            proofs.Add(proof);
            screen.Proof(proof);
        }

        foreach (var (account, held) in details)
        {
            OutputFile.Write(account == home.Account ? options.AuthorizationDetails : OutputFile.OfAccount(options.AuthorizationDetails, account), StackOutputs.Indented(held));
        }

        OutputFile.Write(options.Outputs, StackOutputs.Indented(StackOutputs.ToJson(updates[^1].Up.State.Outputs, options.ShowSecrets)));
        OutputFile.Write(options.Report, HtmlReport.Render(updates, proofs.LastOrDefault(), options.ShowSecrets));
        if (options.Keep)
        {
            await emulator.KeepAsync(aws.ClientFor(home), screen).ConfigureAwait(false);
        }
        else
        {
            await DestroyAsync(life, aws, await foundBefore.ConfigureAwait(false)).ConfigureAwait(false);
        }

        if (proofs.Any(proof => !proof.Held))
        {
            throw new StepFailedException("The access contract does not hold.");
        }
    }

    private async Task DestroyAsync(StackLife life, EmulatedAws aws, List<string> foundBefore)
    {
        var callsBefore = aws.Calls;
        var destroyed = await life.DestroyAsync().ConfigureAwait(false);
        var calls = aws.Calls.Since(callsBefore);
        var left = (await aws.AllContentsAsync().ConfigureAwait(false)).Except(foundBefore).ToList();
        if (left.Count > 0)
        {
            throw new StepFailedException($"The stack is destroyed, and the account is not empty:\n  {string.Join("\n  ", left)}");
        }

        screen.Destroyed(destroyed, calls);
    }

    /// <summary>Checks that the updates of one stack can all be made in the account of its first.</summary>
    private static void CheckAccounts(ImmutableArray<StackArgument> arguments)
    {
        foreach (var updates in arguments.GroupBy(argument => argument.Project.Name))
        {
            var home = AwsProvider.HomeAccount(updates.First().Config.AwsSettings);
            foreach (var config in updates.Select(update => update.Config))
            {
                try
                {
                    AwsProvider.Target(config.AwsSettings, home);
                }
                catch (EngineException refused)
                {
                    throw new BadInputException(config.Path, refused.Message, "Successive updates are made in one account: rehearse this file on its own.");
                }
            }
        }
    }

    /// <summary>The time that the command took to check, build and install, before it started this process.</summary>
    private void NoteSetUp()
    {
        if (long.TryParse(Environment.GetEnvironmentVariable("REHEARSE_SET_UP_MICROSECONDS"), CultureInfo.InvariantCulture, out var microseconds))
        {
            time.Add("set-up", TimeSpan.FromMicroseconds(microseconds));
        }
    }

    private sealed record PlannedUpdate(StackArgument Argument, ContractProof? Contract);
}
