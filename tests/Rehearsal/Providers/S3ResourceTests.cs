using System.Collections.Immutable;
using Rehearsal.Engine;

namespace SageMakerIam.Tests.Rehearsal.Providers;

public class S3ResourceTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>
{
    private const string Policy = """
        {"Version":"2012-10-17","Statement":[{"Sid":"ByHand","Effect":"Deny","Principal":"*","Action":"s3:GetObject",
        "Resource":"arn:aws:s3:::bucket/*"}]}
        """;

    [Fact]
    public async Task BucketThatIsNotEmpty_IsNotDeleted()
    {
        var (stack, name) = NewBucket();
        await stack.UpAsync(program => BucketAsync(program, name));
        await stack.Aws.S3Async("PutObject", new { Bucket = name, Key = "train/1.csv", Body = "1" });

        var failure = (await stack.Stack.DestroyAsync()).Failures.FirstOrDefault();

        failure!.Message.Should().StartWith($"it cannot be deleted: deleting S3 Bucket ({name}): operation error S3: DeleteBucket")
            .And.Contain("BucketNotEmpty: The bucket you tried to delete is not empty");
    }

    [Fact]
    public async Task BucketOfAnotherName_OrWithALock_IsAnotherOne()
    {
        var (stack, name) = NewBucket();
        await stack.UpAsync(program => BucketAsync(program, name));

        var locked = await stack.UpAsync(program => BucketAsync(program, name, new { bucket = name, objectLockEnabled = true }));
        var renamed = await stack.UpAsync(
            program => BucketAsync(program, name, new { bucket = $"{name}-2", objectLockEnabled = true }));

        locked.Steps.Select(step => step.Kind).Should().Contain(StepKind.Replace);
        renamed.Steps.Select(step => step.Kind).Should().Contain(StepKind.Replace);
        (await stack.ContentsAsync()).Should().Equal($"arn:aws:s3:::{name}-2");
    }

    // terraform-plugin-sdk, helper/schema: what is optional and computed, and not set, is no diff.
    [Fact]
    public async Task LockThatTheProgramNoLongerSpeaksOf_StaysOnTheBucket()
    {
        var (stack, name) = NewBucket();
        Task<UpdateResult> UpAsync(object inputs) => stack.UpAsync(program => BucketAsync(program, name, inputs));
        await UpAsync(new { bucket = name, objectLockEnabled = true });

        var leftOut = await UpAsync(new { bucket = name });
        var saidAgain = await UpAsync(new { bucket = name, objectLockEnabled = true });

        leftOut.ChangedSomething.Should().BeFalse();
        saidAgain.ChangedSomething.Should().BeFalse();
    }

    [Fact]
    public async Task LockThatIsRefused_IsNoChange_WhereTheBucketHasNone()
    {
        var (stack, name) = NewBucket();
        await stack.UpAsync(program => BucketAsync(program, name));

        var refused = await stack.UpAsync(program => BucketAsync(program, name, new { bucket = name, objectLockEnabled = false }));

        refused.ChangedSomething.Should().BeFalse();
    }

    // What is made anew has what the program says, and nothing of the one before.
    [Fact]
    public async Task LockThatTheProgramNoLongerSpeaksOf_IsNotOnTheNextBucket()
    {
        var (stack, name) = NewBucket();
        await stack.UpAsync(program => BucketAsync(program, name, new { bucket = name, objectLockEnabled = true }));

        await stack.UpAsync(program => BucketAsync(program, name, new { bucket = $"{name}-2" }));
        var locked = () => stack.Aws.S3Async("GetObjectLockConfiguration", new { Bucket = $"{name}-2" });

        await locked.Should().ThrowAsync<ProviderException>().WithMessage("*ObjectLockConfigurationNotFoundError*");
    }

    [Fact]
    public async Task BucketThatIsThere_IsNotMade_WhereS3WouldSayNothing()
    {
        var (stack, name) = NewBucket();
        await stack.Aws.S3Async("CreateBucket", new { Bucket = name });

        var result = await stack.UpAsync(program => BucketAsync(program, name));

        result.Failures.Should().ContainSingle().Which.Message.Should().StartWith($"creating S3 Bucket ({name}): BucketAlreadyExists");
    }

    [Fact]
    public async Task PolicyOfABucket_TakesThePlaceOfAnother_AndLeavesNoneBehind()
    {
        var (stack, name) = NewBucket();
        await stack.Aws.S3Async("CreateBucket", new { Bucket = name });
        await stack.Aws.S3Async("PutBucketPolicy", new { Bucket = name, Policy });
        var own = Policy.Replace("ByHand", "Own", StringComparison.Ordinal);

        await stack.UpAsync(program => PolicyAsync(program, name, own));
        var put = await stack.Aws.S3Async("GetBucketPolicy", new { Bucket = name });
        await stack.Stack.DestroyAsync();
        var left = () => stack.Aws.S3Async("GetBucketPolicy", new { Bucket = name });

        ((string?)put["Policy"]).Should().Contain("Own").And.NotContain("ByHand");
        await left.Should().ThrowAsync<ProviderException>().WithMessage("*NoSuchBucketPolicy*");
    }

    [Fact]
    public async Task PolicyThatWasChangedByHand_OrDeleted_IsPutAgain()
    {
        var (stack, name) = NewBucket();
        var own = Policy.Replace("ByHand", "Own", StringComparison.Ordinal);
        async Task Script(ProgramSession program)
        {
            await BucketAsync(program, name);
            await PolicyAsync(program, name, own);
        }

        await stack.UpAsync(Script);
        await stack.Aws.S3Async("PutBucketPolicy", new { Bucket = name, Policy });
        var changed = await stack.UpAsync(Script, new UpdateOptions { Refresh = true });
        await stack.Aws.S3Async("DeleteBucketPolicy", new { Bucket = name });
        var deleted = await stack.UpAsync(Script, new UpdateOptions { Refresh = true });

        changed.Steps.Should().ContainSingle(step => step.Kind == StepKind.Update);
        deleted.Steps.Should().ContainSingle(step => step.Kind == StepKind.Create);
        ((string?)(await stack.Aws.S3Async("GetBucketPolicy", new { Bucket = name }))["Policy"]).Should().Contain("Own");
    }

    [Fact]
    public async Task PolicyOfMoreThanS3Holds_IsRefused()
    {
        var (stack, name) = NewBucket();
        await stack.Aws.S3Async("CreateBucket", new { Bucket = name });
        var policy = Policy.Replace("ByHand", new string('x', 20 * 1024), StringComparison.Ordinal);

        var result = await stack.UpAsync(program => PolicyAsync(program, name, policy));

        result.Failures.Should().ContainSingle().Which.Message.Should().StartWith($"putting S3 Bucket ({name}) Policy: PolicyTooLarge");
    }

    [Fact]
    public async Task VersioningThatIsTakenAway_IsSuspended()
    {
        var (stack, name) = NewBucket();
        await stack.UpAsync(async program =>
        {
            await BucketAsync(program, name);
            var versioningConfiguration = ImmutableDictionary<string, object?>.Empty.Add("status", "Enabled");
            await program.RegisterAsync("aws:s3/bucketVersioning:BucketVersioning", "v", new { bucket = name, versioningConfiguration });
        });

        await stack.UpAsync(program => BucketAsync(program, name));

        ((string?)(await stack.Aws.S3Async("GetBucketVersioning", new { Bucket = name }))["Status"]).Should().Be("Suspended");
    }

    // internal/service/s3/bucket_versioning.go: a bucket that never had versions is left alone, one that had them cannot be without.
    [Fact]
    public async Task VersioningThatIsOff_IsNotTouched_AndIsNeverOffAgain()
    {
        var (stack, name) = NewBucket();
        Func<ProgramSession, Task> With(string? status) => async program =>
        {
            await BucketAsync(program, name);
            if (status is not null)
            {
                var versioningConfiguration = ImmutableDictionary<string, object?>.Empty.Add("status", status);
                await program.RegisterAsync(
                    "aws:s3/bucketVersioning:BucketVersioning", "v", new { bucket = name, versioningConfiguration });
            }
        };
        async Task<string?> StatusAsync() => (string?)(await stack.Aws.S3Async("GetBucketVersioning", new { Bucket = name }))["Status"];

        (await stack.UpAsync(With("Disabled"))).Failures.Should().BeEmpty();
        (await stack.UpAsync(With(null))).Failures.Should().BeEmpty();
        (await StatusAsync()).Should().BeNull();
        await stack.UpAsync(With("Enabled"));
        (await stack.PreviewAsync(With("Disabled"))).Failures.Should().ContainSingle().Which.Message.Should()
            .Contain("versioning_configuration.status cannot be updated from 'Enabled' to 'Disabled'");
        (await stack.UpAsync(With("Disabled"))).Succeeded.Should().BeFalse();
        (await StatusAsync()).Should().Be("Enabled");
    }

    // internal/service/s3/bucket_server_side_encryption_configuration.go: "the bucket now always has one".
    [Fact]
    public async Task EncryptionThatIsDeletedByHand_IsChangedBack_SinceABucketAlwaysHasOne()
    {
        var (stack, name) = NewBucket();
        async Task Script(ProgramSession program)
        {
            await BucketAsync(program, name);
            var byDefault = ImmutableDictionary<string, object?>.Empty.Add("sseAlgorithm", "aws:kms");
            ImmutableArray<object?> rules =
                [ImmutableDictionary<string, object?>.Empty.Add("applyServerSideEncryptionByDefault", byDefault)];
            await program.RegisterAsync(
                "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
                "encryption",
                new { bucket = name, rules });
        }

        await stack.UpAsync(Script);
        await stack.Aws.S3Async("DeleteBucketEncryption", new { Bucket = name });
        var mended = await stack.UpAsync(Script, new UpdateOptions { Refresh = true });

        mended.Steps.Should().ContainSingle(step => step.Kind == StepKind.Update);
    }

    // internal/service/s3/bucket_object_lock_configuration.go: days, or years.
    [Fact]
    public async Task Lock_IsForDaysOrForYears()
    {
        var (stack, name) = NewBucket();
        Task<UpdateResult> UpAsync(string unit) => stack.UpAsync(
            async program =>
            {
                await BucketAsync(program, name, new { bucket = name, objectLockEnabled = true });
                var retention = ImmutableDictionary<string, object?>.Empty.Add("mode", "GOVERNANCE").Add(unit, 2.0);
                var rule = ImmutableDictionary<string, object?>.Empty.Add("defaultRetention", retention);
                await program.RegisterAsync(
                    "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration", "lock", new { bucket = name, rule });
            },
            new UpdateOptions { Refresh = true });
        foreach (var unit in (string[])["years", "days"])
        {
            await UpAsync(unit);
            (await UpAsync(unit)).ChangedSomething.Should().BeFalse();
            var locked = await stack.Aws.S3Async("GetObjectLockConfiguration", new { Bucket = name });
            ((int?)locked["ObjectLockConfiguration"]!["Rule"]!["DefaultRetention"]![unit == "years" ? "Years" : "Days"]).Should().Be(2);
        }
    }

    // internal/service/s3/bucket_object_lock_configuration.go: a read sets the rule, also where there is none any more.
    [Fact]
    public async Task RetentionThatIsTakenOffByHand_IsPutBack()
    {
        var (stack, name) = NewBucket();
        async Task Script(ProgramSession program)
        {
            await BucketAsync(program, name, new { bucket = name, objectLockEnabled = true });
            var retention = ImmutableDictionary<string, object?>.Empty.Add("mode", "GOVERNANCE").Add("days", 2.0);
            var rule = ImmutableDictionary<string, object?>.Empty.Add("defaultRetention", retention);
            await program.RegisterAsync(
                "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration", "lock", new { bucket = name, rule });
        }

        await stack.UpAsync(Script);
        await stack.Aws.S3Async(
            "PutObjectLockConfiguration", new { Bucket = name, ObjectLockConfiguration = new { ObjectLockEnabled = "Enabled" } });
        await stack.UpAsync(Script, new UpdateOptions { Refresh = true });

        var locked = await stack.Aws.S3Async("GetObjectLockConfiguration", new { Bucket = name });
        ((int?)locked["ObjectLockConfiguration"]!["Rule"]?["DefaultRetention"]!["Days"]).Should().Be(2);
    }

    [Fact]
    public async Task BucketThatAProgramAsksFor_IsStoodInFor_AndHasNoPolicy()
    {
        var (stack, name) = NewBucket();
        object? found = null;

        var result = await stack.UpAsync(async program =>
        {
            found = (await program.InvokeAsync("aws:s3/getBucket:getBucket", new { bucket = name }))["arn"];
            await program.InvokeAsync("aws:s3/getBucketPolicy:getBucketPolicy", new { bucket = name });
        });
        var words = stack.Emulated.StandIns.Words.ToList();
        await stack.Emulated.StandIns.RemoveAsync();

        found.Should().Be($"arn:aws:s3:::{name}");
        words.Should().Equal($"bucket {name}");
        result.Succeeded.Should().BeFalse("it has no policy");
        (await stack.ContentsAsync()).Should().BeEmpty();
    }

    private (ScriptedStack Stack, string Name) NewBucket()
    {
        // Names of buckets are unique in the emulator, whatever the account.
        var stack = aws.NewStack();
        return (stack, $"bucket-{stack.Account}");
    }

    private static Task<Registered> BucketAsync(ProgramSession program, string name, object? inputs = null) =>
        program.RegisterAsync("aws:s3/bucket:Bucket", "bucket", inputs ?? new { bucket = name });

    private static Task<Registered> PolicyAsync(ProgramSession program, string bucket, string policy) =>
        program.RegisterAsync("aws:s3/bucketPolicy:BucketPolicy", "policy", new { bucket, policy });
}
