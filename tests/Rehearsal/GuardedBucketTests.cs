using System.Text.Json.Nodes;
using SageMakerIam.Tests.Rehearsal.Faults;

namespace SageMakerIam.Tests.Rehearsal;

/// <summary>A guarded bucket over updates: one that is there, and one that the stack makes.</summary>
public sealed class GuardedBucketTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>, IDisposable
{
    private readonly RehearsedStack stack = new(aws);

    // Names of buckets are unique in the emulator, whatever the account.
    private string Bucket => $"guarded-{stack.Account}";

    private string Role => $"executionRoles: {{ training: {{ buckets: [{{ name: {Bucket}, access: [read] }}] }} }}";

    public void Dispose() => stack.Dispose();

    [Fact]
    public async Task BucketThatHasAPolicy_IsRefusedInThePreview_AndItsPolicyStays()
    {
        await PutByHandAsync("ByHand");

        (await stack.RefusalOfAsync(Role, Guarded("{}"))).Should().Contain(
            $"guardedBuckets.{Bucket}: the bucket '{Bucket}', which has a policy already. "
            + "Say what becomes of it: adopt: merge keeps its statements, adopt: replace gives it up.");
        (await SidsAsync()).Should().Equal("ByHand");
    }

    [Fact]
    public async Task PolicyThatIsMerged_KeepsItsStatements_AlsoThoseThatComeLater()
    {
        string[] merged = [Role, Guarded("{ adopt: merge }")];
        await PutByHandAsync("ByHand");

        await stack.UpAsync(merged);
        var first = await SidsAsync();
        var again = await stack.PreviewAsync(merged);
        await PutByHandAsync("ByHand", "Later");
        await stack.UpAsync(merged);

        first.Should().StartWith("GuardedFromPlainHttp").And.EndWith("ByHand");
        again.ChangedSomething.Should().BeFalse();
        (await SidsAsync()).Should().BeEquivalentTo([.. first, "Later"]);
    }

    [Fact]
    public async Task PolicyThatWasMerged_IsNotGivenUpWithoutAWord()
    {
        await PutByHandAsync("ByHand");
        await stack.UpAsync(Role, Guarded("{ adopt: merge }"));

        (await stack.RefusalOfAsync(Role, Guarded("{}"))).Should().Contain(
            $"guardedBuckets.{Bucket}.adopt: nothing, when the policy of the bucket has what adopt: merge kept: ByHand. "
            + "Say what becomes of it: adopt: merge keeps it, adopt: replace gives it up.");
        var removed = await stack.PreviewAsync(Role);
        var kept = await SidsAsync();
        await stack.UpAsync(Role, Guarded("{ adopt: replace }"));
        var after = await stack.PreviewAsync(Role);

        kept.Should().Contain("ByHand");
        removed.Warnings.Should().ContainSingle().Which.Should().StartWith(
            $"guardedBuckets.{Bucket} is there no more: with it goes the policy of the bucket, and what was kept in it, ByHand.");
        after.Warnings.Should().BeEmpty();
        await stack.UpAsync(Role, Guarded("{}"));
    }

    [Fact]
    public async Task UpdateThatStopsOnceThePolicyIsPut_IsFinishedByTheNext()
    {
        var refuses = false;
        using var isPut = new ManualResetEventSlim();
        await using var proxy = await FaultyProxy.StartAsync(aws.Endpoint, (action, _) =>
        {
            if (action == "PUT policy")
            {
                isPut.Set();
            }

            return refuses && action == "CreateUser" && isPut.Wait(TimeSpan.FromSeconds(10)) ? Fault.Denied : null;
        });
        using var halfWay = new RehearsedStack(proxy.Endpoint);
        await stack.Aws.S3Async("CreateBucket", new { Bucket });
        await halfWay.UpAsync(Role);
        string[] more = [Role, Guarded("{}"), "deployers: { ci: { userName: ci } }"];
        refuses = true;
        var stopped = await halfWay.UpAsync(new global::Rehearsal.Engine.UpdateOptions(), more);
        refuses = false;

        stopped.Succeeded.Should().BeFalse();
        (await SidsAsync()).Should().Contain("GuardedFromOthers", "it stopped after the policy was put");
        await halfWay.UpAsync(more);
    }

    [Fact]
    public async Task PolicyThatIsReplaced_IsGone()
    {
        await PutByHandAsync("ByHand");

        await stack.UpAsync(Role, Guarded("{ adopt: replace }"));

        (await SidsAsync()).Should().Contain("GuardedFromOthers").And.NotContain("ByHand");
    }

    [Fact]
    public async Task PolicyThatTheStackPut_IsItsOwn_WhateverBecomesOfItsRoles()
    {
        string[] guarded = [Role, Guarded("{}")];
        await stack.Aws.S3Async("CreateBucket", new { Bucket });
        await stack.UpAsync(guarded);
        var before = await PolicyAsync();
        var again = await stack.PreviewAsync(guarded);
        var role = before["Statement"]!.AsArray().Single(statement => (string?)statement!["Sid"] == "GuardedFromOthers")!;

        await stack.UpAsync(Role.Replace("training", "other", StringComparison.Ordinal), Guarded("{}"));

        again.ChangedSomething.Should().BeFalse();
        ((string?)role["Condition"]!["ArnNotLike"]!["aws:PrincipalArn"]).Should().Contain(":role/training-role-");
        (await PolicyAsync()).ToJsonString().Should().Contain(":role/other-role-").And.NotContain(":role/training-role-");
    }

    [Fact]
    public async Task BucketThatTheStackMakes_KeepsVersions_EncryptsAndIsClosed()
    {
        const string key = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
        string[] made = [Role, Guarded($"{{ create: true, kmsKey: {key}, administrators: ['arn:aws:iam::123456789012:role/pulumi'] }}")];

        await stack.UpAsync(made);
        var again = await stack.PreviewAsync(made);
        var versions = await stack.Aws.S3Async("GetBucketVersioning", new { Bucket });
        var encryption = await stack.Aws.S3Async("GetBucketEncryption", new { Bucket });
        var closed = await stack.Aws.S3Async("GetPublicAccessBlock", new { Bucket });
        var gone = await stack.UpAsync(new global::Rehearsal.Engine.UpdateOptions(), Role);

        again.ChangedSomething.Should().BeFalse();
        ((string?)versions["Status"]).Should().Be("Enabled");
        encryption.ToJsonString().Should().Contain(key);
        closed["PublicAccessBlockConfiguration"]!.AsObject().Select(entry => (bool)entry.Value!).Should().Equal(true, true, true, true);
        gone.Succeeded.Should().BeFalse("it is protected");
        (await SidsAsync()).Should().Contain("GuardedFromOthers");
    }

    [Fact]
    public async Task PolicyThatS3CouldNotHold_IsRefusedInThePreview()
    {
        var large = string.Join(", ", Enumerable.Range(100, 200).Select(
            number => $"'arn:aws:iam::123456789012:role/{number}-{new string('x', 60)}'"));

        (await stack.RefusalOfAsync(Role, Guarded($"{{ principals: [{large}] }}"))).Should().MatchRegex(
            $"guardedBuckets.{Bucket}: a policy of [0-9,]+ bytes. S3 holds 20,480: name roles by a pattern");
    }

    private string Guarded(string settings) => $"guardedBuckets: {{ {Bucket}: {settings} }}";

    private async Task PutByHandAsync(params string[] sids)
    {
        var statements = sids.Select(sid => $$"""
            {"Sid":"{{sid}}","Effect":"Deny","Principal":"*","Action":"s3:DeleteBucket","Resource":"arn:aws:s3:::{{Bucket}}"}
            """);
        await stack.Aws.S3Async("CreateBucket", new { Bucket });
        await stack.Aws.S3Async(
            "PutBucketPolicy", new { Bucket, Policy = $$"""{"Version":"2012-10-17","Statement":[{{string.Join(',', statements)}}]}""" });
    }

    private async Task<JsonNode> PolicyAsync() =>
        JsonNode.Parse((string)(await stack.Aws.S3Async("GetBucketPolicy", new { Bucket }))["Policy"]!)!;

    private async Task<List<string>> SidsAsync() =>
        [.. (await PolicyAsync())["Statement"]!.AsArray().Select(statement => (string)statement!["Sid"]!)];
}
