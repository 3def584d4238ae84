using System.Collections.Immutable;
using Rehearsal.Engine;

namespace SageMakerIam.Tests.Rehearsal.Providers;

public class TrailResourceTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>
{
    [Fact]
    public async Task TrailIntoABucketThatDoesNotLetItIn_IsRefused()
    {
        var stack = aws.NewStack();
        await stack.Aws.S3Async("CreateBucket", new { Bucket = Bucket(stack) });

        var result = await stack.UpAsync(program => TrailAsync(program, stack));

        result.Failures.Should().ContainSingle().Which.Message.Should().StartWith(
            "creating CloudTrail Trail (audit): InsufficientS3BucketPolicyException: Incorrect S3 bucket policy is detected");
    }

    [Fact]
    public async Task TrailOfANameThatIsTaken_IsRefused_AndTheOtherStays()
    {
        var stack = await WithABucketAsync();
        await stack.Aws.S3Async("CreateBucket", new { Bucket = $"theirs-{stack.Account}" });
        await stack.Aws.CloudTrailAsync("CreateTrail", new { Name = "audit", S3BucketName = $"theirs-{stack.Account}" });

        var result = await stack.UpAsync(program => TrailAsync(program, stack));
        var theirs = await stack.Aws.CloudTrailAsync("GetTrail", new { Name = "audit" });

        result.Failures.Should().ContainSingle().Which.Message.Should()
            .StartWith("creating CloudTrail Trail (audit): TrailAlreadyExistsException");
        ((string?)theirs["Trail"]!["S3BucketName"]).Should().StartWith("theirs-");
    }

    [Fact]
    public async Task Trail_IsChangedInPlace_AndOfAnotherNameAnotherOne()
    {
        var stack = await WithABucketAsync();
        var made = await stack.UpAsync(program => TrailAsync(program, stack));
        var changed = await stack.UpAsync(program => TrailAsync(program, stack, isMultiRegionTrail: true));
        var again = await stack.UpAsync(program => TrailAsync(program, stack, isMultiRegionTrail: true));
        var renamed = await stack.UpAsync(program => TrailAsync(program, stack, "audit-2", isMultiRegionTrail: true));

        made.Succeeded.Should().BeTrue();
        changed.Steps.Should().ContainSingle(step => step.Kind == StepKind.Update);
        again.ChangedSomething.Should().BeFalse();
        renamed.Steps.Should().ContainSingle(step => step.Kind == StepKind.Replace);
        (await TrailsAsync(stack)).Should().Equal("audit-2");
    }

    [Fact]
    public async Task TrailThatWasSwitchedOffByHand_IsSwitchedOn_AndOneThatWasDeletedIsMade()
    {
        var stack = await WithABucketAsync();
        await stack.UpAsync(program => TrailAsync(program, stack));
        await stack.Aws.CloudTrailAsync("StopLogging", new { Name = "audit" });
        var stopped = await stack.UpAsync(program => TrailAsync(program, stack), new UpdateOptions { Refresh = true });
        var status = await stack.Aws.CloudTrailAsync("GetTrailStatus", new { Name = "audit" });
        await stack.Aws.CloudTrailAsync("DeleteTrail", new { Name = "audit" });
        var deleted = await stack.UpAsync(program => TrailAsync(program, stack), new UpdateOptions { Refresh = true });

        stopped.Steps.Should().ContainSingle(step => step.Kind == StepKind.Update);
        ((bool)status["IsLogging"]!).Should().BeTrue();
        deleted.Steps.Should().ContainSingle(step => step.Kind == StepKind.Create);
    }

    // internal/service/cloudtrail/trail.go: the advanced selectors are read where a trail has any selectors of its own.
    [Fact]
    public async Task SelectorsThatWereReplacedByHand_ArePutBack()
    {
        var stack = await WithABucketAsync();
        await stack.UpAsync(program => TrailAsync(program, stack));
        var nothing = new[] { new { IncludeManagementEvents = false } };
        await stack.Aws.CloudTrailAsync("PutEventSelectors", new { TrailName = "audit", EventSelectors = nothing });

        await stack.UpAsync(program => TrailAsync(program, stack), new UpdateOptions { Refresh = true });

        var selected = await stack.Aws.CloudTrailAsync("GetEventSelectors", new { TrailName = "audit" });
        selected["EventSelectors"]!.AsArray().Should().BeEmpty();
        ((string?)selected["AdvancedEventSelectors"]![0]!["Name"]).Should().Be("all");
    }

    // internal/service/cloudtrail/trail.go: what changed is sent, empty where it was taken away.
    [Fact]
    public async Task PrefixThatIsTakenAway_IsGone()
    {
        var stack = await WithABucketAsync();
        await stack.UpAsync(program => TrailAsync(program, stack, s3KeyPrefix: "team"));
        await stack.UpAsync(program => TrailAsync(program, stack));
        var again = await stack.UpAsync(program => TrailAsync(program, stack), new UpdateOptions { Refresh = true });

        again.ChangedSomething.Should().BeFalse();
        ((string?)(await stack.Aws.CloudTrailAsync("GetTrail", new { Name = "audit" }))["Trail"]!["S3KeyPrefix"]).Should().BeNullOrEmpty();
    }

    [Fact]
    public async Task DestroyedTrail_LeavesItsLogs()
    {
        var stack = await WithABucketAsync();
        await stack.UpAsync(program => TrailAsync(program, stack));

        await stack.Stack.DestroyAsync();

        (await TrailsAsync(stack)).Should().BeEmpty();
        (await stack.ContentsAsync()).Should().Equal($"arn:aws:s3:::{Bucket(stack)}");
    }

    private async Task<ScriptedStack> WithABucketAsync()
    {
        var stack = aws.NewStack();
        var policy = $$"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},
            "Action":"s3:PutObject","Resource":"arn:aws:s3:::{{Bucket(stack)}}/*"}]}
            """;
        await stack.Aws.S3Async("CreateBucket", new { Bucket = Bucket(stack) });
        await stack.Aws.S3Async("PutBucketPolicy", new { Bucket = Bucket(stack), Policy = policy });
        return stack;
    }

    private static string Bucket(ScriptedStack stack) => $"logs-{stack.Account}";

    private static Task<Registered> TrailAsync(
        ProgramSession program, ScriptedStack stack, string name = "audit", bool isMultiRegionTrail = false, string? s3KeyPrefix = null)
    {
        ImmutableDictionary<string, object?> Map(params (string Key, object? Value)[] entries) =>
            entries.ToImmutableDictionary(entry => entry.Key, entry => entry.Value);
        ImmutableArray<object?> fields = [Map(("field", "eventCategory"), ("equals", ImmutableArray.Create<object?>("Management")))];
        ImmutableArray<object?> advancedEventSelectors = [Map(("name", "all"), ("fieldSelectors", fields))];
        return program.RegisterAsync(
            "aws:cloudtrail/trail:Trail", "trail",
            new { name, s3BucketName = Bucket(stack), s3KeyPrefix, isMultiRegionTrail, advancedEventSelectors });
    }

    private static async Task<IEnumerable<string>> TrailsAsync(ScriptedStack stack) =>
        (await stack.Aws.CloudTrailAsync("ListTrails", new { }))["Trails"]!.AsArray().Select(trail => (string)trail!["Name"]!).ToList();
}
