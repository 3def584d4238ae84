using Rehearsal.Engine;

namespace SageMakerIam.Tests.Rehearsal.Providers;

/// <summary>Keys as the provider and KMS treat them.</summary>
public class KmsTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>
{
    private const string Key = "aws:kms/key:Key";
    private const string Alias = "aws:kms/alias:Alias";
    private const string KeyPolicy = "aws:kms/keyPolicy:KeyPolicy";

    [Fact]
    public async Task ANewKey_HasTheProvidersDefaults_AndThePolicyThatKmsGives()
    {
        Registered? key = null;
        await aws.NewStack().UpAsync(async program => key = await program.RegisterAsync(Key, "data"));

        key!.Outputs["keyUsage"].Should().Be("ENCRYPT_DECRYPT");
        key.Outputs["enableKeyRotation"].Should().Be(false);
        key.Outputs["isEnabled"].Should().Be(true);
        ((string)key.Outputs["policy"]!).Should().Contain("kms:*").And.Contain(":root");
        key.Id.Should().Be((string)key.Outputs["keyId"]!);
    }

    [Theory]
    [InlineData("description")]
    [InlineData("enableKeyRotation")]
    [InlineData("isEnabled")]
    [InlineData("tags")]
    public async Task WhatAKeySays_ChangesInPlace(string input)
    {
        var ids = new List<string>();
        var stack = aws.NewStack();
        foreach (var word in (string[])["first", "then"])
        {
            object inputs = input switch
            {
                "description" => new { description = word },
                "tags" => new { tags = new Dictionary<string, object?> { ["word"] = word } },
                "isEnabled" => new { isEnabled = word == "first" },
                _ => new { enableKeyRotation = word == "then" },
            };
            var result = await stack.UpAsync(async program => ids.Add((await program.RegisterAsync(Key, "data", inputs)).Id));
            result.Failures.Should().BeEmpty();
        }

        ids.Distinct().Should().ContainSingle();
    }

    // internal/service/kms/key.go: a description is optional and computed.
    [Fact]
    public async Task ADescriptionThatIsLeftOut_Stays()
    {
        var stack = aws.NewStack();
        var id = "";
        Task<UpdateResult> UpAsync(object? inputs) =>
            stack.UpAsync(async program => id = (await program.RegisterAsync(Key, "data", inputs)).Id);
        await UpAsync(new { description = "ours" });

        var leftOut = await UpAsync(null);
        await UpAsync(new { enableKeyRotation = true });

        leftOut.ChangedSomething.Should().BeFalse();
        var key = (await stack.Aws.KmsAsync("DescribeKey", new { KeyId = id }))["KeyMetadata"]!;
        ((string?)key["Description"]).Should().Be("ours");
    }

    [Fact]
    public async Task AnotherUsage_ReplacesTheKey()
    {
        var ids = new List<string>();
        var stack = aws.NewStack();
        foreach (var keyUsage in (string[])["ENCRYPT_DECRYPT", "GENERATE_VERIFY_MAC"])
        {
            var customerMasterKeySpec = keyUsage == "ENCRYPT_DECRYPT" ? "SYMMETRIC_DEFAULT" : "HMAC_256";
            await stack.UpAsync(async program =>
                ids.Add((await program.RegisterAsync(Key, "data", new { keyUsage, customerMasterKeySpec })).Id));
        }

        ids.Distinct().Should().HaveCount(2);
    }

    [Fact]
    public async Task ADestroyedKey_WaitsForItsDeletion_AndCountsAsGone()
    {
        var stack = aws.NewStack();
        var id = "";
        await stack.UpAsync(async program =>
        {
            var key = await program.RegisterAsync(Key, "data", new { deletionWindowInDays = 7.0 });
            id = key.Id;
            await program.RegisterAsync(Alias, "alias", new { name = "alias/data", targetKeyId = key.Output("keyId") });
        });
        (await stack.ContentsAsync()).Should().HaveCount(2);

        (await stack.Stack.DestroyAsync()).Failures.Should().BeEmpty();

        (await stack.ContentsAsync()).Should().BeEmpty();
        var waiting = (await stack.Aws.KmsAsync("DescribeKey", new { KeyId = id }))["KeyMetadata"]!;
        ((string?)waiting["KeyState"]).Should().Be("PendingDeletion");
    }

    [Fact]
    public async Task AKeyThatWaitsForItsDeletion_IsMadeAnew()
    {
        var stack = aws.NewStack();
        var ids = new List<string>();
        Task UpAsync() => stack.UpAsync(async program => ids.Add((await program.RegisterAsync(Key, "data")).Id));
        await UpAsync();
        await stack.Aws.KmsAsync("ScheduleKeyDeletion", new { KeyId = ids[0] });
        await stack.Stack.RefreshAsync();
        await UpAsync();

        ids[1].Should().NotBe(ids[0]);
    }

    [Fact]
    public async Task APolicyThatIsTakenOff_LeavesTheOneThatKmsGives()
    {
        var stack = aws.NewStack();

        var (with, without) = await PoliciesAsync(stack, mayLockOut: false);

        with.Should().NotContain("kms:*");
        without.Should().Contain("kms:*").And.Contain($"arn:aws:iam::{stack.Account}:root");
    }

    // internal/service/kms/key_policy.go: what was put past the check is not put back either.
    [Fact]
    public async Task APolicyThatMayLockItsOwnersOut_StaysOnTheKey()
    {
        var (_, without) = await PoliciesAsync(aws.NewStack(), mayLockOut: true);

        without.Should().NotContain("kms:*");
    }

    [Fact]
    public async Task APolicyThatIsRefused_IsToldInTheProvidersWords()
    {
        var policy = ProgramSession.ReadPolicy;

        var result = await aws.NewStack().UpAsync(program => program.RegisterAsync(KeyPolicy, "users", new { keyId = "none", policy }));

        result.Failures.Should().ContainSingle().Which.Message.Should()
            .StartWith("updating KMS Key Policy (none) policy: operation error KMS: PutKeyPolicy");
    }

    // internal/service/kms/key.go and alias.go: what a read tells.
    [Fact]
    public async Task AKeyThatRotates_SaysWhen_AndAnAliasTakesItsArnForItsId()
    {
        var stack = aws.NewStack();
        object? days = null;
        async Task Script(ProgramSession program)
        {
            var key = await program.RegisterAsync(Key, "data", new { enableKeyRotation = true });
            days = key.Outputs["rotationPeriodInDays"];
            await program.RegisterAsync(Alias, "alias", new { name = $"alias/by-arn-{stack.Account}", targetKeyId = key.Output("arn") });
        }

        await stack.UpAsync(Script);
        var again = await stack.UpAsync(Script, new UpdateOptions { Refresh = true });

        days.Should().Be(365.0);
        again.ChangedSomething.Should().BeFalse();
    }

    [Theory]
    [InlineData(6.0, false)]
    [InlineData(7.0, true)]
    [InlineData(30.0, true)]
    [InlineData(31.0, false)]
    public async Task TheWindowOfADeletion_IsSevenToThirtyDays(double deletionWindowInDays, bool isTaken)
    {
        var result = await aws.NewStack().UpAsync(program => program.RegisterAsync(Key, "data", new { deletionWindowInDays }));
        result.Succeeded.Should().Be(isTaken);
    }

    /// <summary>The policy that a key has while the program gives it one, and once it no longer does.</summary>
    private static async Task<(string With, string Without)> PoliciesAsync(ScriptedStack stack, bool mayLockOut)
    {
        return (await UpAsync(withPolicy: true), await UpAsync(withPolicy: false));

        async Task<string> UpAsync(bool withPolicy)
        {
            var id = "";
            await stack.UpAsync(async program =>
            {
                var key = await program.RegisterAsync(Key, "data");
                id = key.Id;
                if (withPolicy)
                {
                    var keyId = key.Output("keyId");
                    await program.RegisterAsync(
                        KeyPolicy,
                        "users",
                        new { keyId, policy = ProgramSession.ReadPolicy, bypassPolicyLockoutSafetyCheck = mayLockOut });
                }
            });
            return (string)(await stack.Aws.KmsAsync("GetKeyPolicy", new { KeyId = id, PolicyName = "default" }))["Policy"]!;
        }
    }
}
