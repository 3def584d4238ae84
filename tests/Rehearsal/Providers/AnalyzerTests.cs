using Rehearsal.Engine;

namespace SageMakerIam.Tests.Rehearsal.Providers;

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
        var renamed = await stack.UpAsync(program => AnalyzerAsync(program, "two", "analyzer"));
        var held = await stack.ContentsAsync();
        await stack.Stack.DestroyAsync();

        renamed.Steps.Should().ContainSingle(step => step.Kind == StepKind.Replace);
        held.Should().Equal($"arn:aws:access-analyzer:us-east-1:{stack.Account}:analyzer/two");
        (await stack.ContentsAsync()).Should().BeEmpty();
        stack.Emulated.StandIns.Effects.Should().ContainSingle().Which.Should().StartWith("IAM Access Analyzer: it is kept beside");
    }

    private static Task<Registered> AnalyzerAsync(ProgramSession program, string analyzerName, string? name = null) =>
        program.RegisterAsync("aws:accessanalyzer/analyzer:Analyzer", name ?? analyzerName, new { analyzerName });
}
