using System.Collections.Immutable;
using System.Globalization;
using Proof.Report;
using Proof.Results;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws.Iam;
using Spectre.Console;
using static Proof.Report.StyledText;

namespace Rehearsal.Output;

/// <summary>What the user sees: progress on a terminal, plain lines elsewhere.</summary>
/// <param name="console">The terminal, or what stands in its place.</param>
/// <param name="showSecrets">Whether secrets are shown in clear.</param>
internal sealed class Screen(IAnsiConsole console, bool showSecrets)
{
    // Without a terminal there is no width to keep to, and a broken line is hard to search.
    private const int PlainWidth = 1_000;

    /// <summary>The process's own output: a terminal, or plain text.</summary>
    public static IAnsiConsole ConsoleOfProcess() => Console.IsOutputRedirected ? PlainText(Console.Out) : AnsiConsole.Console;

    /// <summary>A console without colours and without a width.</summary>
    public static IAnsiConsole PlainText(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = PlainWidth;
        return console;
    }

    public void Heading(string text) => console.WriteLine("\n", Bold(text));

    public void Line(string text) => console.WriteLine(text);

    /// <summary>Runs something that takes a while.</summary>
    public Task<T> WaitAsync<T>(string what, Func<Task<T>> run) =>
        console.Profile.Capabilities.Interactive ? console.Status().StartAsync($"{what} …", _ => run()) : run();

    public void Warnings(ImmutableArray<string> warnings)
    {
        foreach (var warning in warnings)
        {
            console.WriteLine("  ", In(Color.Yellow, "warning:"), $" {warning}");
        }
    }

    public void Summary(string phase, UpdateResult result, bool isPreview) => console.WriteLine(
        "  ", Bold($"{phase,-9}"), $" {Counts(result.Steps, isPreview)}{Calls(result.Calls)}{Took(result.Duration)}");

    public void Encrypted(IReadOnlyCollection<(string Key, long Line)> values)
    {
        foreach (var (key, line) in values)
        {
            console.WriteLine(
                $"  encrypted {key}, line {line}: it cannot be decrypted here, and a made-up value stands in for it");
        }
    }

    public void StandIns(IReadOnlyCollection<string> words)
    {
        if (words.Count > 0)
        {
            console.WriteLine($"            expected in the account, and stood in for: {string.Join(", ", words)}");
        }
    }

    public void AccessKeys(IReadOnlyCollection<AccessKeySighting> sightings)
    {
        foreach (var ofUser in sightings.GroupBy(sighting => sighting.User))
        {
            console.WriteLine("  ", Bold("keys"), $"      {ofUser.Key}, after each call: {string.Join(" → ", ofUser)}");
        }
    }

    public void Tree(IReadOnlyCollection<Step> steps)
    {
        console.WriteLine();
        console.Write(ResourceTree.Draw(steps));
    }

    public void Outputs(ImmutableDictionary<string, object?> outputs)
    {
        if (outputs.IsEmpty)
        {
            return;
        }

        Heading("Outputs");
        foreach (var line in StackOutputs.Lines(outputs, showSecrets))
        {
            console.WriteLine($"  {line}");
        }

        console.WriteLine();
    }

    public void Proof(ProofResult proof)
    {
        console.WriteLine("  ", Bold("prove"));
        ProofView.Write(console, proof);
    }

    public void NothingToProve() => console.WriteLine("  ", Bold("prove"), "     nothing: the stack makes nothing in AWS");

    public void NothingProven(IEnumerable<string> reasons, bool isAllowed)
    {
        var (color, remedy) = isAllowed
            ? (Color.Yellow, "--no-contract allows it; all else held.")
            : (Color.Red, "--no-contract does without.");
        console.WriteLine(In(color, "Nothing proven:"), $" {string.Join(' ', reasons)} {remedy}");
    }

    /// <summary>Says what was changed by hand and mended, and what was destroyed.</summary>
    public void End(LifeEnd end)
    {
        if (!end.Drift.IsEmpty)
        {
            const string Outcome = "each shown by a preview, and mended by an update; access is as it was proven";
            console.WriteLine("  ", Bold("drift"), $"     {end.Drift.Length} changes by hand, {Outcome}");
        }

        if (!end.Held.IsEmpty)
        {
            console.WriteLine(
                "  ",
                Bold("destroy"),
                $"   refused: {end.Held.Length} protected; their protection is lifted, as `pulumi state unprotect` does");
        }

        foreach (var urn in end.Held)
        {
            console.WriteLine($"              {urn}");
        }

        console.WriteLine(
            "  ", Bold("destroy"), $"   {Counts(end.Destroyed, isPreview: false)}{Calls(end.Calls)}; the account is empty");
    }

    /// <summary>Says where the time went.</summary>
    /// <param name="phases">The phases.</param>
    /// <param name="all">How long all took; less than the phases together, where some ran side by side.</param>
    public void Time(IEnumerable<(string Phase, TimeSpan Time)> phases, TimeSpan all)
    {
        var parts = string.Join(
            ", ", phases.Select(phase => string.Create(CultureInfo.InvariantCulture, $"{phase.Phase} {phase.Time.TotalSeconds:0.0} s")));
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Time: {parts}; {all.TotalSeconds:0.0} s in all"));
    }

    public void Held(bool isKept = false) =>
        console.WriteLine(In(Color.Green, isKept ? "All held;" : "All held."), isKept ? " with --keep nothing was destroyed." : "");

    public void Error(string message) => console.WriteLine(In(Color.Red, "error:"), $" {message}");

    private static string Counts(IReadOnlyCollection<Step> steps, bool isPreview)
    {
        var counts = steps
            .GroupBy(step => step.Kind)
            .OrderBy(group => group.Key == StepKind.Same)
            .ThenBy(group => group.Key)
            .Select(group => group.Key == StepKind.Same
                ? $"{group.Count()} unchanged"
                : $"{ResourceTree.Sign(group.Key).Sign} {group.Count()} {(isPreview ? "to " : "")}{Verb(group.Key, isPreview)}");
        return string.Join(", ", counts);
    }

    private static string Verb(StepKind kind, bool isPreview) => (kind, isPreview) switch
    {
        (StepKind.Read, false) => "read",
        (StepKind.Import, false) => "imported",
        (StepKind.Discard, false) => "discarded",
        (_, true) => kind.ToString().ToLowerInvariant(),
        _ => $"{kind.ToString().ToLowerInvariant()}d",
    };

    private static string Calls(ProviderCalls calls) => calls.IsCounted
        ? $"; AWS calls: {calls.Writes} create, update or delete, {calls.Reads} read"
            + (calls.Repeats > 0 ? $", {calls.Repeats} repeated" : "")
        : "";

    private static string Took(TimeSpan? duration) =>
        duration is { } time ? string.Create(CultureInfo.InvariantCulture, $"; {time.TotalSeconds:0} s by its engine") : "";
}
