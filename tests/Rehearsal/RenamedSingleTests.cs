using Rehearsal.Engine;

namespace SageMakerIam.Tests.Rehearsal;

/// <summary>What there is one of, takes the place of the one of another name.</summary>
public sealed class RenamedSingleTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>, IDisposable
{
    private readonly RehearsedStack stack = new(aws);

    public void Dispose() => stack.Dispose();

    [Fact]
    public async Task AnalyzerOfAnotherName_IsMadeWhereTheFirstIsGone_SinceARegionHasRoomForOne()
    {
        const string repository = "repositories: { unet: { pullFrom: ['222222222222'], protect: false } }";
        await stack.UpAsync("analyzer: { name: one }", repository);
        await stack.UpAsync("analyzer: { name: two }", repository);

        (await stack.DestroyAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task TrailOfAnotherName_KeepsItsBucket()
    {
        await stack.UpAsync("trail: { name: audit, bucket: audit-logs, protect: false }");
        var renamed = await stack.UpAsync(UpdateOptions.Default, "trail: { name: audit-2, bucket: audit-logs, protect: false }");

        renamed.Failures.Should().BeEmpty();
        renamed.Steps.Where(step => step.Kind is not (StepKind.Same or StepKind.Read)).Select(step => (step.Kind, step.Name)).Should()
            .BeEquivalentTo([(StepKind.Update, "audit-logs-policy"), (StepKind.Replace, "Trail-trail")]);
    }
}
