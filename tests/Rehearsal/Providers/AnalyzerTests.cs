using System.Collections.Immutable;
using Rehearsal.Engine;

namespace SageMakerIam.Tests.Rehearsal.Providers;

/// <summary>Analyzers as <c>internal/service/accessanalyzer/</c> of the provider and AWS treat them.</summary>
public class AnalyzerTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>
{
    [Fact]
    public async Task SecondAnalyzerOfARegion_IsRefused()
    {
        var stack = aws.NewStack();

        var result = await stack.UpAsync(async program =>
        {
            await AnalyzerAsync(program, "one");
            await AnalyzerAsync(program, "two");
        });

        result.Failures.Should().ContainSingle().Which.Message.Should()
            .StartWith("creating IAM Access Analyzer Analyzer (two): ServiceQuotaExceededException");
    }

    [Fact]
    public async Task AnalyzerOfAnotherName_TakesTheFirstOnesPlace_AndNoneIsLeft()
    {
        var stack = aws.NewStack();
        await stack.UpAsync(program => AnalyzerAsync(program, "one", "analyzer"));
        var renamed = await stack.UpAsync(program => AnalyzerAsync(program, "two", "analyzer", deletesFirst: true));
        var held = await stack.ContentsAsync();
        await stack.Stack.DestroyAsync();

        renamed.Steps.Should().ContainSingle(step => step.Kind == StepKind.Replace);
        held.Should().Equal($"arn:aws:access-analyzer:us-east-1:{stack.Account}:analyzer/two");
        (await stack.ContentsAsync()).Should().BeEmpty();
        stack.Emulated.StandIns.Effects.Should().ContainSingle().Which.Should().StartWith("IAM Access Analyzer: it is kept beside");
    }

    [Fact]
    public async Task AnalyzerOfAnotherName_IsMadeBesideTheFirst_WhichAwsRefuses_UnlessTheProgramSaysOtherwise()
    {
        var stack = aws.NewStack();
        await stack.UpAsync(program => AnalyzerAsync(program, "one", "analyzer"));

        var renamed = await stack.UpAsync(program => AnalyzerAsync(program, "two", "analyzer"));

        renamed.Failures.Should().ContainSingle().Which.Message.Should().Contain("ServiceQuotaExceededException");
    }

    [Fact]
    public async Task Rule_IsMadeOnce_AndChangedInPlace()
    {
        var stack = aws.NewStack();
        Task<UpdateResult> UpAsync(string resource, params string[] names) => stack.UpAsync(async program =>
        {
            var analyzerName = (await AnalyzerAsync(program, "one")).Output("analyzerName");
            foreach (var name in names)
            {
                await program.RegisterAsync(
                    "aws:accessanalyzer/archiveRule:ArchiveRule", name, new { analyzerName, ruleName = "shared", filters = On(resource) });
            }
        });
        var made = await UpAsync("a", "rule");
        var changed = await UpAsync("b", "rule");
        var twice = await UpAsync("b", "rule", "again");

        made.Failures.Should().BeEmpty();
        changed.Steps.Should().ContainSingle(step => step.Kind == StepKind.Update);
        twice.Failures.Should().ContainSingle().Which.Message.Should()
            .StartWith("creating IAM Access Analyzer Archive Rule (one/shared): ConflictException");
    }

    private static ImmutableArray<object?> On(string resource) =>
        [ImmutableDictionary<string, object?>.Empty.Add("criteria", "resource").Add("eqs", ImmutableArray.Create<object?>(resource))];

    private static Task<Registered> AnalyzerAsync(
        ProgramSession program, string analyzerName, string? name = null, bool deletesFirst = false) => program.RegisterAsync(
            "aws:accessanalyzer/analyzer:Analyzer",
            name ?? analyzerName,
            new { analyzerName },
            options => (options.DeleteBeforeReplace, options.DeleteBeforeReplaceDefined) = (deletesFirst, deletesFirst));
}
