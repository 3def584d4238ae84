using Rehearsal.Life;
using Rehearsal.Providers.Aws.Calls;

namespace SageMakerIam.Tests.Rehearsal;

/// <summary>What somebody changed by hand is shown by a plain preview, and mended by a plain update.</summary>
public sealed class DriftTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>, IDisposable
{
    private const string Everything = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";
    private const string Anyone = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole"}]}""";

    private static readonly string[] Stack =
    [
        "executionRoles: { job: { roleName: job, buckets: [{ name: example-data, access: [read] }], "
            + "permissionsBoundary: 'arn:aws:iam::123456789012:policy/bound' } }",
        "deployers: { ci: { userName: ci, executionRoles: [job], activities: [manageJobs, manageModels, manageEndpoints], "
            + "resourcePrefixes: [job-], permissionsBoundary: 'arn:aws:iam::123456789012:policy/bound' } }",
    ];

    private readonly RehearsedStack stack = new(aws);

    private static readonly Dictionary<string, Func<Account, Task>> Changes = new()
    {
        ["a policy is attached to the role"] = account => account.AttachAsync("Role", "job"),
        ["a policy is attached to the user"] = account => account.AttachAsync("User", "ci"),
        ["an inline policy is added to the role"] = account => account.PutAsync("Role", "job", "by-hand"),
        ["an inline policy is added to the user"] = account => account.PutAsync("User", "ci", "by-hand"),
        ["the role's own inline policy is widened"] = async account =>
            await account.PutAsync("Role", "job", await account.InlineAsync("Role", "job")),
        ["the user's own inline policy is widened"] = async account =>
            await account.PutAsync("User", "ci", await account.InlineAsync("User", "ci")),
        ["the user's own managed policy is widened"] = async account => await account.Aws.IamAsync(
            "CreatePolicyVersion",
            new { PolicyArn = await account.AttachedAsync("User", "ci"), PolicyDocument = Everything, SetAsDefault = true }),
        ["the role's own inline policy is deleted"] = async account => await account.Aws.IamAsync(
            "DeleteRolePolicy", new { RoleName = "job", PolicyName = await account.InlineAsync("Role", "job") }),
        ["the user's own managed policy is detached"] = async account => await account.Aws.IamAsync(
            "DetachUserPolicy", new { UserName = "ci", PolicyArn = await account.AttachedAsync("User", "ci") }),
        ["the trust is opened"] = account =>
            account.Aws.IamAsync("UpdateAssumeRolePolicy", new { RoleName = "job", PolicyDocument = Anyone }),
        ["the boundary is taken off"] = account => account.Aws.IamAsync("DeleteRolePermissionsBoundary", new { RoleName = "job" }),
    };

    public static TheoryData<string> EachChange => [.. Changes.Keys];

    private string[] Configuration => ConfigurationIn(stack);

    public void Dispose() => stack.Dispose();

    [Theory]
    [MemberData(nameof(EachChange))]
    public async Task ChangeByHand_IsSeenByAPreview_AndMendedByAnUpdate(string change)
    {
        await stack.UpAsync(Configuration);
        var before = await stack.AccessAsync();
        (await stack.PreviewAsync(Configuration)).ChangedSomething.Should().BeFalse();
        await Changes[change](new Account(stack.Aws));
        (await stack.AccessAsync()).Should().NotBe(before);

        var preview = await stack.PreviewAsync(Configuration);
        await stack.UpAsync(Configuration);

        preview.ChangedSomething.Should().BeTrue();
        preview.Calls.Writes.Should().Be(0);
        await new Account(stack.Aws).ForgetAsync();
        (await stack.AccessAsync()).Should().Be(before);
    }

    [Fact]
    public async Task Rehearsal_MakesEachKindOfChange_ToEachPrincipal()
    {
        await stack.UpAsync(Configuration);

        var changes = await stack.DriftAsync(Configuration);

        changes.Should().Contain(
        [
            "the trust of role job opened", "the boundary of role job taken off",
            "an inline policy added to role job", "an inline policy added to user ci",
            "a policy attached to role job", "a policy attached to user ci",
            "the inline policy of role job widened", "the inline policy of user ci deleted", "a policy of user ci detached",
            "the boundary of user ci taken off", "a key made for user ci", "key 1 of user ci deleted", "user ci deleted",
        ]);
        changes.Should().ContainMatch("the managed policy ci-policy-2-* widened");
    }

    [Fact]
    public async Task Rehearsal_BlindsATrail_AndTakesTheRetentionOffItsBucket()
    {
        var configuration = $"trail: {{ name: audit, bucket: 'audit-{stack.Account}', objectLockDays: 30, protect: false }}";
        await stack.UpAsync(configuration);

        (await stack.DriftAsync(configuration)).Should().Contain(
            [$"the retention of bucket audit-{stack.Account} taken off", "the selectors of trail audit replaced"]);
    }

    [Fact]
    public async Task Rehearsal_OfAProjectThatLooksAtNothing_FindsWhatItsPreviewDoesNotShow()
    {
        using var blind = new RehearsedStack(aws, refreshes: false);
        var configuration = ConfigurationIn(blind);
        await blind.UpAsync(configuration);

        var rehearse = () => blind.DriftAsync(configuration);

        (await rehearse.Should().ThrowAsync<StepFailedException>()).Which.Message.Should()
            .StartWith("The preview does not show what was changed by hand:").And.Contain("the trust of role job opened");
    }

    [Fact]
    public async Task PoliciesAttachedInAnotherOrder_AreTheSameAccess()
    {
        var aws = stack.Aws;
        await aws.IamAsync("CreateUser", new { UserName = "ci" });
        var arns = new List<string>();
        foreach (var name in new[] { "one", "two" })
        {
            var made = await aws.IamAsync("CreatePolicy", new { PolicyName = name, PolicyDocument = Everything });
            arns.Add((string)made["Policy"]!["Arn"]!);
            await aws.IamAsync("AttachUserPolicy", new { UserName = "ci", PolicyArn = arns[^1] });
        }

        var before = await stack.AccessAsync();
        await aws.IamAsync("DetachUserPolicy", new { UserName = "ci", PolicyArn = arns[0] });
        (await stack.AccessAsync()).Should().NotBe(before);
        await aws.IamAsync("AttachUserPolicy", new { UserName = "ci", PolicyArn = arns[0] });

        (await stack.AccessAsync()).Should().Be(before);
    }

    [Fact]
    public async Task AdoptedRole_IsHeldToItsSettings_LongAfterItsAdoption()
    {
        const string adopted = "executionRoles: { hand: { roleName: hand, adopt: true, buckets: [{ name: data, access: [read] }] } }";
        await stack.Aws.IamAsync("CreateRole", new { RoleName = "hand", AssumeRolePolicyDocument = Anyone });
        await stack.UpAsync(adopted);
        var account = new Account(stack.Aws);
        var right = await stack.AccessAsync();

        await account.AttachAsync("Role", "hand");
        (await stack.AccessAsync()).Should().NotBe(right);
        await stack.UpAsync(adopted);
        await account.ForgetAsync();
        (await stack.AccessAsync()).Should().Be(right);
    }

    [Fact]
    public async Task PolicyOfAnEntryThatIsNotExclusive_Stays_AndIsWarnedOf()
    {
        const string Shared = "executionRoles: { job: { roleName: job, exclusive: false } }";
        await stack.UpAsync(Shared);
        await new Account(stack.Aws).PutAsync("Role", "job", "by-hand");

        var preview = await stack.PreviewAsync(Shared);
        await stack.UpAsync(Shared);

        preview.ChangedSomething.Should().BeFalse();
        preview.Warnings.Should().ContainSingle(warning => warning.Contains("'job' is not exclusive", StringComparison.Ordinal));
        (await stack.AccessAsync()).Should().Contain("by-hand");
    }

    private static string[] ConfigurationIn(RehearsedStack stack) =>
        [.. Stack.Select(line => line.Replace("123456789012", stack.Account, StringComparison.Ordinal))];

    /// <summary>The account, as its administrator changes it.</summary>
    private sealed record Account(AwsClient Aws)
    {
        public async Task AttachAsync(string kind, string name)
        {
            var policy = await Aws.IamAsync("CreatePolicy", new { PolicyName = "by-hand", PolicyDocument = Everything });
            var made = (string)policy["Policy"]!["Arn"]!;
            await Aws.IamAsync($"Attach{kind}Policy", Of(kind, name, ("PolicyArn", made)));
        }

        public async Task PutAsync(string kind, string name, string policy) =>
            await Aws.IamAsync($"Put{kind}Policy", Of(kind, name, ("PolicyName", policy), ("PolicyDocument", Everything)));

        public async Task<string> InlineAsync(string kind, string name) =>
            (string)(await Aws.IamAsync($"List{kind}Policies", Of(kind, name)))["PolicyNames"]![0]!;

        public async Task<string> AttachedAsync(string kind, string name) =>
            (string)(await Aws.IamAsync($"ListAttached{kind}Policies", Of(kind, name)))["AttachedPolicies"]![0]!["PolicyArn"]!;

        /// <summary>Deletes the policy that was made by hand, which is nobody's any more.</summary>
        public async Task ForgetAsync()
        {
            var policies = (await Aws.IamAsync("ListPolicies", new { Scope = "Local" }))["Policies"]!.AsArray();
            if (policies.Select(policy => (string)policy!["Arn"]!)
                .FirstOrDefault(arn => arn.EndsWith("/by-hand", StringComparison.Ordinal)) is { } arn)
            {
                await Aws.IamAsync("DeletePolicy", new { PolicyArn = arn });
            }
        }

        private static Dictionary<string, string> Of(string kind, string name, params (string Key, string Value)[] more)
        {
            var request = more.ToDictionary(entry => entry.Key, entry => entry.Value);
            request[$"{kind}Name"] = name;
            return request;
        }
    }
}
