using System.Globalization;
using SageMakerIam.Tests.Rehearsal.Accounts;

namespace SageMakerIam.Tests.Flows;

/// <summary>
/// What recorded clients ask of AWS, judged request by request against the stack that is meant for them. <c>README.md</c> says where the
/// flows are from, and how to record another.
/// </summary>
[Collection(nameof(KeptExample))]
public class FlowTests
{
    private const string Document = "docs/flows.md";

    public static TheoryData<string> Recordings => [.. Flow.Recordings];

    [Theory]
    [MemberData(nameof(Recordings))]
    public async Task Flows_GoThrough_ButForThoseThatSayWhyNot(string recording)
    {
        foreach (var flow in Flow.Of(recording))
        {
            var verdict = await FlowStack.JudgeAsync(flow);
            var whyNot = FlowStack.Of(flow).WhyNot;
            if (whyNot is null)
            {
                verdict!.Missing.Should().BeEmpty($"{flow.Name} is to go through");
            }
            else if (verdict is not null)
            {
                verdict.Missing.Should().NotBeEmpty($"{flow.Name} is said not to go through: {whyNot}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Recordings))]
    public async Task NoFlow_GoesThroughByWhatIsAllowedOnEverything(string recording)
    {
        foreach (var flow in Flow.Of(recording))
        {
            (await FlowStack.JudgeAsync(flow))?.AllowedOnEverything.Should().BeEmpty($"{flow.Name} names what it works on");
        }
    }

    [Fact]
    public async Task Document_SaysOfEachFlowWhatLetsItThrough()
    {
        var flows = Flow.Recordings.SelectMany(Flow.Of).ToList();
        var rows = new List<string>();
        foreach (var flow in flows)
        {
            rows.Add(await RowAsync(flow));
        }

        var through = flows.Count(flow => FlowStack.Of(flow).WhyNot is null);
        through.Should().BeGreaterThanOrEqualTo(LeastThrough);
        WrittenPart.ShouldBe(Document, "table of flows", string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {through} of {flows.Count} flows go through.

            | recording | flow | example | what lets it through | refused, and done without |
            | --- | --- | --- | --- | --- |
            {string.Concat(rows)}
            """));
    }

    // A setting that is lost is a flow that is lost.
    private const int LeastThrough = 190;

    private static async Task<string> RowAsync(Flow flow)
    {
        var stack = FlowStack.Of(flow);
        if (stack.WhyNot is not null)
        {
            return $"| {flow.Recording} | {flow.Name} | {Link(stack.File)} | **does not go through**: {stack.WhyNot} | |\n";
        }

        var verdict = (await FlowStack.JudgeAsync(flow))!;
        var settings = verdict.Statements.Select(StatementSetting.Of).Distinct().Order(StringComparer.Ordinal);
        return $"| {flow.Recording} | {flow.Name} | {Link(stack.File)} | {Words(settings)} | {Words(verdict.DoneWithout)} |\n";
    }

    private static string Link(string? file) => file is null ? "" : $"[`{Path.GetFileNameWithoutExtension(file)}`](../{file})";

    private static string Words(IEnumerable<string> words) => string.Join(", ", words.Select(word => $"`{word}`"));
}
