using Rehearsal.Engine;
using SageMakerIam.Tests.Rehearsal.Faults;

namespace SageMakerIam.Tests.Rehearsal;

/// <summary>AWS is asked before anything is touched: for names that are taken, and for what a stack file names.</summary>
public sealed class LookUpTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>, IDisposable
{
    private const string OneRole = "executionRoles: { first: { roleName: first } }";
    private const string Anybody = """{"Version":"2012-10-17","Statement":[]}""";

    private readonly RehearsedStack stack = new(aws);

    public static TheoryData<string, string, object, string> TakenNames => new()
    {
        {
            "executionRoles: { first: { roleName: first }, job: { roleName: theirs } }",
            "CreateRole", new { RoleName = "theirs", AssumeRolePolicyDocument = Anybody },
            "executionRoles.job.roleName: 'theirs', the name of a role that is there already, and that this stack does not manage. "
                + "To take it over, say adopt: true; or give another name."
        },
        {
            "executionRoles: { first: { roleName: first, instanceProfile: true, "
                + "trustedServices: [sagemaker.amazonaws.com, ec2.amazonaws.com] } }",
            "CreateInstanceProfile", new { InstanceProfileName = "first" },
            "executionRoles.first.roleName: 'first', the name of an instance profile that is there already, "
                + "and that this stack does not manage. To take it over, say adopt: true; or give another name."
        },
        {
            "deployers: { ci: { userName: theirs } }",
            "CreateUser", new { UserName = "theirs" },
            "deployers.ci.userName: 'theirs', the name of a user that is there already, and that this stack does not manage. "
                + "To take it over, say adopt: true; or give another name."
        },
        {
            "deployers: { ci: { assumedBy: { gitHubActions: { repository: example/ml, branch: main } } } }",
            "CreateOpenIDConnectProvider",
            new { Url = "https://token.actions.githubusercontent.com", ThumbprintList = new[] { new string('a', 40) } },
            "deployers.ci.assumedBy.oidcProviderArn: 'https://token.actions.githubusercontent.com', the name of an identity provider that "
                + "is there already, and that this stack does not manage. IAM holds one an issuer: give its ARN, "
                + "arn:aws:iam::{0}:oidc-provider/token.actions.githubusercontent.com."
        },
    };

    public void Dispose() => stack.Dispose();

    [Theory]
    [MemberData(nameof(TakenNames))]
    public async Task NameThatIsTaken_IsRefusedInThePreview(string configuration, string call, object theirs, string fault)
    {
        string[] wanted = configuration.StartsWith("executionRoles", StringComparison.Ordinal) ? [configuration] : [OneRole, configuration];
        await stack.UpAsync(OneRole);
        await stack.Aws.IamAsync(call, theirs);

        (await stack.RefusalOfAsync(wanted)).Should().Contain(fault.Replace("{0}", stack.Account, StringComparison.Ordinal));
    }

    [Fact]
    public async Task NamesOfResourcesThatAreThere_AreRefusedInThePreview()
    {
        string[] names =
        [
            OneRole,
            "keys: { data: { alias: theirs } }",
            "managedSecrets: { theirs: {} }",
            "repositories: { theirs: {} }",
            MadeBucket("theirs"),
            $"trail: {{ name: audit, bucket: logs-{stack.Account} }}",
        ];
        await stack.UpAsync(OneRole);
        var key = await stack.Aws.KmsAsync("CreateKey", new { });
        await stack.Aws.KmsAsync("CreateAlias", new { AliasName = "alias/theirs", TargetKeyId = (string?)key["KeyMetadata"]!["KeyId"] });
        await stack.Aws.SecretsManagerAsync("CreateSecret", new { Name = "theirs" });
        await stack.Aws.EcrAsync("CreateRepository", new { repositoryName = "theirs" });
        await stack.Aws.S3Async("CreateBucket", new { Bucket = $"theirs-{stack.Account}" });
        await stack.Aws.S3Async("CreateBucket", new { Bucket = $"logs-{stack.Account}" });

        const string foreign = "that is there already, and that this stack does not manage";
        (await stack.RefusalOfAsync(names)).Should()
            .Contain(
                $"keys.data.alias: 'alias/theirs', the name of an alias {foreign}. "
                + "Give another alias; or name the key that has it by its ARN, in place of this entry.")
            .And.Contain(
                $"managedSecrets.theirs: 'theirs', the name of a secret {foreign}. "
                + "Leave it out here, secrets of execution roles may name it all the same; or give another name.")
            .And.Contain(
                $"repositories.theirs: 'theirs', the name of a repository {foreign}. "
                + "Leave it out here, repositories of execution roles may name it all the same; or give another name.")
            .And.Contain(
                $"guardedBuckets.theirs-{stack.Account}.create: 'theirs-{stack.Account}', the name of a bucket {foreign}. "
                + "Leave create out to guard the one that is there; or give another name.")
            .And.Contain(
                $"trail.bucket: 'logs-{stack.Account}', the name of a bucket {foreign}. "
                + "Give another name: the bucket of a trail is made for it.");
    }

    [Fact]
    public async Task NamesThatTheStackGave_AreItsOwn()
    {
        string[] whole =
        [
            "executionRoles: { first: { roleName: first, instanceProfile: true, trustedServices: [sagemaker.amazonaws.com, "
                + "ec2.amazonaws.com] }, job: { roleName: job } }",
            "deployers: { ci: { userName: ci }, gh: { roleName: gh, "
                + "assumedBy: { gitHubActions: { repository: example/ml, branch: main } } } }",
            "keys: { data: { alias: ours } }",
            "managedSecrets: { ours: {} }",
            "repositories: { ours: {} }",
            MadeBucket("ours"),
            $"trail: {{ name: audit, bucket: our-logs-{stack.Account} }}",
        ];
        await stack.UpAsync(whole);
        await stack.UpAsync(whole);
    }

    [Fact]
    public async Task NameThatIsTaken_BeforeTheFirstUpdate_IsWarnedOf_SinceTheStackMayHaveMadeItHalfWay()
    {
        await stack.Aws.IamAsync("CreateRole", new { RoleName = "first", AssumeRolePolicyDocument = Anybody });

        var preview = await stack.PreviewAsync(OneRole);

        preview.Warnings.Should().ContainSingle(warning => warning.Contains("executionRoles.first.roleName: 'first'"))
            .Which.Should().EndWith("this one will fail. To take it over, say adopt: true; or give another name.");
    }

    [Fact]
    public async Task UpdateThatStopsHalfWay_IsFinishedByTheNext()
    {
        var refuses = true;
        await using var proxy = await FaultyProxy.StartAsync(
            aws.Endpoint, (action, _) => refuses && action == "PutRolePolicy" ? Fault.Denied : null);
        using var halfWay = new RehearsedStack(proxy.Endpoint);
        string[] more = ["executionRoles: { first: { roleName: first }, job: { roleName: job } }"];
        var first = await halfWay.UpAsync(new UpdateOptions(), OneRole);
        refuses = false;
        await halfWay.UpAsync(OneRole);
        refuses = true;
        var second = await halfWay.UpAsync(new UpdateOptions(), more);
        refuses = false;

        (first.Succeeded, second.Succeeded).Should().Be((false, false));
        await halfWay.UpAsync(more);
    }

    [Fact]
    public async Task NameThatMayNotBeAskedFor_IsAWarningThatSaysSo()
    {
        await using var proxy = await FaultyProxy.StartAsync(aws.Endpoint, (action, _) => action == "GetRole" ? Fault.Denied : null);
        using var limited = new RehearsedStack(proxy.Endpoint);

        var preview = await limited.PreviewAsync(OneRole);

        preview.Errors.Should().BeEmpty();
        preview.Warnings.Should().ContainSingle(warning => warning.Contains("iam:GetRole")).Which.Should().Match(
            "Whether there is a role 'first', which executionRoles.first.roleName names, "
                + "cannot be told without iam:GetRole: *AccessDenied*");
    }

    [Fact]
    public async Task WhatMayNotBeAsked_IsAWarningThatSaysSo()
    {
        await using var proxy = await FaultyProxy.StartAsync(aws.Endpoint, (action, _) => action == "GetPolicy" ? Fault.Denied : null);
        using var limited = new RehearsedStack(proxy.Endpoint);

        var preview = await limited.PreviewAsync(
            $"executionRoles: {{ job: {{ permissionsBoundary: 'arn:aws:iam::{limited.Account}:policy/bound' }} }}");

        preview.Errors.Should().BeEmpty();
        preview.Warnings.Should().ContainSingle(warning => warning.Contains("iam:GetPolicy")).Which.Should().Match(
            $"Whether there is a policy 'arn:aws:iam::{limited.Account}:policy/bound', which executionRoles.job.permissionsBoundary names, "
                + "cannot be told without iam:GetPolicy: *AccessDenied*");
    }

    [Theory]
    [InlineData("AdministratorAccess-Amplify", "iam:AttachRolePolicy")]
    [InlineData("arn:aws:iam::{0}:policy/theirs", "iam:PutRolePolicy")]
    public async Task ManagedPolicy_ThatAmountsToAdministration_IsRefusedByWhatItSays(string policy, string action)
    {
        using var full = await AmongAwsPoliciesAsync(action);
        var named = policy.Replace("{0}", full.Account, StringComparison.Ordinal);

        (await full.RefusalOfAsync($"executionRoles: {{ job: {{ managedPolicies: ['{named}'] }} }}")).Should()
            .Match("*executionRoles.job.managedPolicies[0]: '*', a policy that allows " + action
                + " on every role: whoever has it can become an administrator. Name a narrower policy.");
    }

    [Theory]
    [InlineData("arn:aws:iam::aws:policy/AdministratorAccess")]
    [InlineData("arn:aws:iam::{0}:policy/theirs")]
    public async Task Boundary_ThatBoundsNothing_IsRefusedByWhatItSays(string policy)
    {
        using var full = await AmongAwsPoliciesAsync("*");
        var named = policy.Replace("{0}", full.Account, StringComparison.Ordinal);

        (await full.RefusalOfAsync($"executionRoles: {{ job: {{ permissionsBoundary: '{named}' }} }}")).Should()
            .EndWith($"executionRoles.job.permissionsBoundary: '{named}', a policy that allows everything: "
                + "as a boundary it bounds nothing. Name a narrower policy.");
    }

    [Fact]
    public async Task Policies_ThatAreNarrow_OrNotThereYet_AreTaken()
    {
        using var full = await AmongAwsPoliciesAsync("s3:GetObject");

        await full.UpAsync(
            $"executionRoles: {{ job: {{ managedPolicies: [AmazonSageMakerFullAccess, 'arn:aws:iam::{full.Account}:policy/theirs'], "
                + $"permissionsBoundary: 'arn:aws:iam::{full.Account}:policy/expected' }} }}");
    }

    private string MadeBucket(string name)
    {
        var pulumi = $"['arn:aws:iam::{stack.Account}:role/pulumi']";
        return $"guardedBuckets: {{ {name}-{stack.Account}: {{ create: true, administrators: {pulumi}, principals: {pulumi} }} }}";
    }

    /// <summary>A stack in an account that has AWS's own policies, and one that allows an action on everything.</summary>
    private static async Task<RehearsedStack> AmongAwsPoliciesAsync(string action)
    {
        var full = new RehearsedStack(await EmulatedAwsFixture.WithAwsPoliciesAsync());
        await full.Aws.IamAsync("CreatePolicy", new
        {
            PolicyName = "theirs",
            PolicyDocument = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"{{action}}","Resource":"*"}]}""",
        });
        return full;
    }
}
