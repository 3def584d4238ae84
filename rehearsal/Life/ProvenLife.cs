using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Proof;
using Proof.Contracts;
using Proof.Results;
using Rehearsal.Emulation;
using Rehearsal.Engine;
using Rehearsal.Output;
using Rehearsal.Providers.Aws;
using Rehearsal.Providers.Aws.Calls;
using Rehearsal.Providers.Aws.Iam;
using Rehearsal.PulumiCli;
using Rehearsal.Report;
using Rehearsal.StackFiles;

namespace Rehearsal.Life;

/// <summary>
/// One life of stacks in an account that holds nothing yet: the updates, each with its proof, then the files that
/// the user asked for, then the destruction.
/// </summary>
internal sealed class ProvenLife
{
    private const string EmulatedAccount =
        "an emulated account (moto), which held nothing but what the stack made and what stood in for the rest";

    private const string OwnEngine = "the rehearsal's own engine and providers";

    private readonly ImmutableArray<PlannedUpdate> updates;
    private readonly AwsTarget home;
    private readonly RehearsalOptions options;
    private readonly Screen screen;
    private readonly Stopwatches time;
    private readonly Func<PulumiProject, IPulumiProgram> programOf;
    private readonly PulumiEngine? engine;
    private readonly PolicyLayers layers;
    private readonly JsonNode? boundary;
    private readonly List<ProofResult> proofs = [];
    private readonly List<string> unproven = [];

    /// <summary>Checks all that can be checked before anything starts.</summary>
    /// <param name="arguments">The stacks or stack files, in the order of their updates.</param>
    /// <param name="options">What the user asked for, with the files of this life.</param>
    /// <param name="screen">Where to say what happens.</param>
    /// <param name="time">Where to note how long it takes.</param>
    /// <param name="programOf">How a project's program is run.</param>
    /// <param name="engine">Pulumi's own engine; null for the rehearsal's.</param>
    /// <exception cref="BadInputException">The accounts differ, or a file cannot be written.</exception>
    /// <exception cref="InvalidPoliciesException">A file does not hold the policies that it is given for.</exception>
    public ProvenLife(
        ImmutableArray<StackArgument> arguments,
        RehearsalOptions options,
        Screen screen,
        Stopwatches time,
        Func<PulumiProject, IPulumiProgram> programOf,
        PulumiEngine? engine)
    {
        (this.options, this.screen, this.time, this.programOf, this.engine) = (options, screen, time, programOf, engine);
        var accounts = arguments.Select(argument => (Argument: argument, Account: OwnAccount.Of(argument.Config, options.Account)))
            .ToList();
        CheckAccounts(accounts);
        updates = [.. accounts.Select(
            update => new PlannedUpdate(update.Argument, update.Account, StackProof.Of(update.Argument, update.Account)))];
        home = AwsProviderSettings.Target(arguments[0].Config.AwsSettings, accounts[0].Account);
        layers = options.Layers();
        boundary = options.Boundary is { } file ? PolicyFile.ReadPolicy(file, "Write what the permissions boundary says.") : null;
        OutputFile.CheckWritable("--authorization-details", options.AuthorizationDetails);
        OutputFile.CheckWritable("--outputs", options.Outputs);
        OutputFile.CheckWritable("--report", options.Report);
    }

    /// <summary>Whether every contract holds, once the life was played; without one, whether the policies are without fault.</summary>
    public bool Held => proofs.All(proof => proof.Held);

    /// <summary>Why something was not proven, once the life was played: a sentence or two for each stack file without a contract.</summary>
    public IReadOnlyList<string> Unproven => unproven;

    /// <summary>Ends when its contracts are read.</summary>
    /// <exception cref="InvalidContractException">One of them has faults.</exception>
    public Task Reading => Task.WhenAll(updates.Select(update => update.Proof.Reading));

    /// <summary>Whether changes by hand are played: they go by what the rehearsal's own engine knows of each resource.</summary>
    private bool Drifts => !options.NoDrift && engine is null;

    /// <summary>Plays it.</summary>
    /// <param name="starting">The emulated AWS, which comes up while the program does.</param>
    /// <param name="reading">Ends when the contracts of all lives are read: nothing is made before.</param>
    /// <param name="isKept">Whether the emulator stays up after the last update, and nothing is destroyed.</param>
    /// <exception cref="StepFailedException">A step failed.</exception>
    /// <exception cref="BadInputException">The program refused its configuration.</exception>
    /// <exception cref="InvalidContractException">A contract has faults, or rows that can never hold.</exception>
    public async Task PlayAsync(Task<Emulator> starting, Task reading, bool isKept)
    {
        // Also what makes the emulator load AWS's managed policies, while the program is previewed.
        // Its calls are none of the stack's and are not counted with them.
        using var connection = new AwsConnection(EndpointAsync(starting))
        {
            // Pulumi's own engine changes the accounts through providers of its own.
            Reads = engine is null ? new RememberedReads() : null,
        };
        var foundBefore = new EmulatedAws(connection).ContentsAsync(home);
        var aws = new EmulatedAws(connection) { StandIns = new StandIns { Boundary = boundary } };
        var pulumi = engine is null ? null : new LifeInPulumi(engine, aws, await EndpointAsync(starting).ConfigureAwait(false));
        if (pulumi is not null)
        {
            screen.Line(pulumi.Words);
        }

        var life = new StackLife(aws, screen, time, programOf, pulumi);
        var facts = new List<UpdateFacts>();
        var made = new HashSet<string>();
        var details = ImmutableSortedDictionary<string, JsonObject>.Empty;
        var standIns = ImmutableArray<string>.Empty;
        Task<LifeEnd>? ending = null;
        foreach (var planned in updates)
        {
            var (argument, account, proof) = planned;
            var (preview, up) = await life.UpdateAsync(argument, account, VetAsync(reading, proof)).ConfigureAwait(false);
            details = await aws.AllAuthorizationDetailsAsync(home).ConfigureAwait(false);
            made.UnionWith(up.Steps.Select(step => step.Type));
            var judged = layers with { Resources = await aws.ResourcePoliciesAsync(made).ConfigureAwait(false) };
            standIns = [.. aws.StandIns.Effects];

            // What is proven was read just now: whatever changes from here on changes nothing of it.
            var isProven = proof.Unproven is null || up.Steps.Any(IsOfAws);
            var proving = isProven ? ProveAsync(proof, new AuthorizationDetails(details.Values), judged, up) : null;
            facts.Add(await life.UpdateAgainAsync(argument, account, preview, up).ConfigureAwait(false));
            if (planned == updates[^1] && !isKept)
            {
                ending = EndAsync(life, aws, foundBefore);
            }

            if (proving is null)
            {
                screen.NothingToProve();
                continue;
            }

            var result = await screen.WaitAsync("prove", () => proving).ConfigureAwait(false);
            proofs.Add(result);
            screen.Proof(result);
            unproven.AddRange(proof.Unproven is { } why ? [why] : []);
        }

        foreach (var (number, held) in details)
        {
            OutputFile.Write(
                number == home.Account ? options.AuthorizationDetails : OutputFile.With(options.AuthorizationDetails, number),
                StackOutputs.Indented(held));
        }

        OutputFile.Write(options.Outputs, StackOutputs.Indented(StackOutputs.ToJson(facts[^1].Up.State.Outputs, options.ShowSecrets)));
        if (options.Report is not null)
        {
            var origin = Origin.Of(
                updates[^1].Argument, EmulatedAccount, standIns, engine?.Name ?? OwnEngine, options.PolicyFiles);
            OutputFile.Write(options.Report, HtmlReport.Render(facts, proofs.LastOrDefault(), origin, options.ShowSecrets));
        }

        if (ending is null)
        {
            var emulator = await starting.ConfigureAwait(false);
            await emulator.KeepAsync(aws.ClientFor(home), screen).ConfigureAwait(false);
        }
        else
        {
            screen.End(await screen.WaitAsync("drift, destroy", () => ending).ConfigureAwait(false));
        }
    }

    // Beside the preview, on another core where there is one.
    private static Task VetAsync(Task reading, StackProof proof) => Task.Run(async () =>
    {
        await reading.ConfigureAwait(false);
        await proof.VetAsync().ConfigureAwait(false);
    });

    // Beside what comes next.
    private Task<ProofResult> ProveAsync(StackProof proof, AuthorizationDetails details, PolicyLayers judged, UpdateResult up) =>
        Task.Run(() => time.MeasureAsync(
            "prove", () => proof.ProveAsync(details, judged, StackOutputs.ToJson(up.State.Outputs, showSecrets: false))));

    private static bool IsOfAws(Step step) => step.Type.StartsWith("aws:", StringComparison.Ordinal);

    private static async Task<Uri> EndpointAsync(Task<Emulator> starting) => (await starting.ConfigureAwait(false)).Endpoint;

    /// <summary>Changes by hand what the stacks made, has it mended, and destroys them.</summary>
    private async Task<LifeEnd> EndAsync(StackLife life, EmulatedAws aws, Task<List<string>> foundBefore)
    {
        var drift = Drifts ? await life.DriftAsync().ConfigureAwait(false) : [];
        var callsBefore = aws.Calls;
        var (held, steps) = await life.DestroyAsync().ConfigureAwait(false);
        var calls = engine is null ? aws.Calls.Since(callsBefore) : ProviderCalls.NotCounted;
        var left = (await aws.AllContentsAsync().ConfigureAwait(false)).Except(await foundBefore.ConfigureAwait(false)).ToList();
        return left.Count == 0
            ? new LifeEnd(drift, held, steps, calls)
            : throw new StepFailedException($"The stack is destroyed, and the account is not empty:\n  {string.Join("\n  ", left)}");
    }

    /// <summary>Checks that the updates of one stack can all be made in the account of its first.</summary>
    private void CheckAccounts(IEnumerable<(StackArgument Argument, string Account)> arguments)
    {
        foreach (var ofStack in arguments.GroupBy(update => update.Argument.Project.Name))
        {
            var account = ofStack.First().Account;
            foreach (var config in ofStack.Select(update => update.Argument.Config))
            {
                try
                {
                    AwsProviderSettings.Target(config.AwsSettings, account);
                }
                catch (EngineException refused)
                {
                    throw new BadInputException(
                        config.Path,
                        refused.Message,
                        options.Account is null
                            ? "Successive updates are made in one account: rehearse this file on its own."
                            : "Give --account one that the file allows.");
                }
            }
        }
    }

    /// <summary>An update that is to be made.</summary>
    /// <param name="Argument">The stack file.</param>
    /// <param name="Account">The account of the credentials that its stack runs with.</param>
    /// <param name="Proof">What is proven after it.</param>
    private sealed record PlannedUpdate(StackArgument Argument, string Account, StackProof Proof);
}
