using System.Text.Json.Nodes;
using Rehearsal.Engine;

namespace SageMakerIam.Tests.Rehearsal.Providers;

public class IamResourceTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>
{
    [Fact]
    public async Task Policy_ChangedOftenerThanItHasVersions_IsStillUpdatedInPlace()
    {
        var stack = aws.NewStack();
        for (var version = 0; version < 7; version++)
        {
            var resource = $"data-{version}/*";
            var result = await stack.UpAsync(program => program.RegisterAsync(
                "aws:iam/policy:Policy", "managed",
                new { name = "managed", policy = ProgramSession.ReadPolicy.Replace("data/*", resource, StringComparison.Ordinal) }));
            result.Succeeded.Should().BeTrue();
        }

        var details = await stack.Emulated.AuthorizationDetailsAsync(stack.Target);
        var versions = details["Policies"]!.AsArray().Single()!["PolicyVersionList"]!.AsArray();
        versions.Should().HaveCount(5);
        versions.Single(version => (bool)version!["IsDefaultVersion"]!)!["Document"]!.ToJsonString().Should().Contain("data-6/*");
    }

    [Fact]
    public async Task AccessKey_IsSwitchedOffInPlace()
    {
        var stack = aws.NewStack();
        var keys = new List<Registered>();
        async Task Script(ProgramSession program, string status)
        {
            var user = await program.RegisterAsync("aws:iam/user:User", "ci");
            keys.Add(await program.RegisterAsync("aws:iam/accessKey:AccessKey", "key", new { user = user.Output("name"), status }));
        }

        await stack.UpAsync(program => Script(program, "Active"));
        await stack.UpAsync(program => Script(program, "Inactive"));

        keys[1].Id.Should().Be(keys[0].Id);
        keys[1].Outputs["status"].Should().Be("Inactive");
        keys[1].Outputs["secret"].Should().Be(keys[0].Outputs["secret"]);
    }

    [Fact]
    public async Task PermissionsBoundaryOfAUser_IsInTheAuthorizationDetails()
    {
        var stack = aws.NewStack();
        var boundary = $"arn:aws:iam::{stack.Account}:policy/security/ml-boundary";

        await stack.UpAsync(program => program.RegisterAsync("aws:iam/user:User", "ci", new { permissionsBoundary = boundary }));

        var details = await stack.Emulated.AuthorizationDetailsAsync(stack.Target);
        ((string?)details["UserDetailList"]!.AsArray().Single()!["PermissionsBoundary"]!["PermissionsBoundaryArn"]).Should().Be(boundary);
    }

    [Fact]
    public async Task WhatTheStackExpectsInItsAccount_IsStoodInFor()
    {
        var stack = aws.NewStack();

        var result = await stack.UpAsync(program => program.RegisterAsync(
            "aws:iam/rolePolicy:RolePolicy", "grant", new { role = "databricks-workspace", policy = ProgramSession.ReadPolicy }));

        result.Succeeded.Should().BeTrue();
        stack.Emulated.StandIns.Words.Should().ContainSingle().Which.Should().Be("role databricks-workspace");
    }

    [Fact]
    public async Task UserWithAForeignAccessKey_IsNotDeleted()
    {
        var stack = aws.NewStack();
        await stack.UpAsync(program => program.RegisterAsync("aws:iam/user:User", "ci", new { name = "ci" }));
        await stack.Aws.IamAsync("CreateAccessKey", new { UserName = "ci" });

        var failure = (await stack.Stack.DestroyAsync()).Failures.FirstOrDefault();

        failure!.Message.Should().Contain("must delete access keys first");
    }

    [Theory]
    [InlineData("CreateLoginProfile", """{"UserName":"ci","Password":"not-a-secret-1"}""", "must delete login profile first")]
    [InlineData("EnableMFADevice", """
        {"UserName":"ci","SerialNumber":"123456789","AuthenticationCode1":"123456","AuthenticationCode2":"654321"}
        """, "must delete MFA device first")]
    [InlineData("UploadSSHPublicKey", """{"UserName":"ci","SSHPublicKeyBody":"ssh-rsa AAAA"}""", "must delete SSH public keys first")]
    public async Task UserWhoSignsInByAForeignCredential_IsNotDeleted_UnlessThatIsForced(string command, string input, string conflict)
    {
        var stack = aws.NewStack();
        Task Up(bool forceDestroy) =>
            stack.UpAsync(program => program.RegisterAsync("aws:iam/user:User", "ci", new { name = "ci", forceDestroy }));
        await Up(false);
        await stack.Aws.IamAsync(command, JsonNode.Parse(input)!);

        var refused = await stack.Stack.DestroyAsync();
        await Up(true);
        var forced = await stack.Stack.DestroyAsync();

        refused.Failures.Should().ContainSingle().Which.Message.Should().Contain(conflict);
        forced.Failures.Should().BeEmpty();
        (await stack.ContentsAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task UserOfAGroup_LeavesIt_AndIsDeleted()
    {
        var stack = aws.NewStack();
        await stack.UpAsync(program => program.RegisterAsync("aws:iam/user:User", "ci", new { name = "ci" }));
        await stack.Aws.IamAsync("CreateGroup", new { GroupName = "builders" });
        await stack.Aws.IamAsync("AddUserToGroup", new { GroupName = "builders", UserName = "ci" });

        (await stack.Stack.DestroyAsync()).Succeeded.Should().BeTrue();

        (await stack.Aws.IamAsync("GetGroup", new { GroupName = "builders" }))["Users"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task RoleInAProfileOfSomebodyElse_LeavesIt_AndIsDeleted()
    {
        var stack = aws.NewStack();
        await stack.UpAsync(program => program.RoleAsync("reader", new { name = "reader" }));
        await stack.Aws.IamAsync("CreateInstanceProfile", new { InstanceProfileName = "theirs" });
        await stack.Aws.IamAsync("AddRoleToInstanceProfile", new { InstanceProfileName = "theirs", RoleName = "reader" });

        (await stack.Stack.DestroyAsync()).Failures.Should().BeEmpty();

        var theirs = await stack.Aws.IamAsync("GetInstanceProfile", new { InstanceProfileName = "theirs" });
        theirs["InstanceProfile"]!["Roles"]!.AsArray().Should().BeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ProfileWhoseRoleSomebodyTookOut_IsDeletedAllTheSame_OrGetsAnother(bool isDestroyed)
    {
        var stack = aws.NewStack();
        async Task Script(ProgramSession program, string held)
        {
            var role = await program.RoleAsync(held, new { name = held });
            await program.RegisterAsync(
                "aws:iam/instanceProfile:InstanceProfile", "profile", new { name = "profile", role = role.Output("name") });
        }

        await stack.UpAsync(program => Script(program, "one"));
        await stack.Aws.IamAsync("RemoveRoleFromInstanceProfile", new { InstanceProfileName = "profile", RoleName = "one" });
        if (!isDestroyed)
        {
            (await stack.UpAsync(program => Script(program, "two"))).Failures.Should().BeEmpty();
            var profile = await stack.Aws.IamAsync("GetInstanceProfile", new { InstanceProfileName = "profile" });
            ((string?)profile["InstanceProfile"]!["Roles"]!.AsArray().Single()!["RoleName"]).Should().Be("two");
        }

        (await stack.Stack.DestroyAsync()).Failures.Should().BeEmpty();
        (await stack.ContentsAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task DocumentsThatSayTheSame_AreNotPutAgain_WhereTagsChange()
    {
        var stack = aws.NewStack();
        var spaced = ProgramSession.ReadPolicy.Replace("\":", "\": ", StringComparison.Ordinal);
        Task Up(string policy, string tag) => stack.UpAsync(program => program.RegisterAsync(
            "aws:iam/policy:Policy",
            "managed",
            new { name = "managed", policy, tags = new Dictionary<string, object?> { ["Team"] = tag } }));

        await Up(ProgramSession.ReadPolicy, "one");
        await Up(spaced, "two");

        var details = await stack.Emulated.AuthorizationDetailsAsync(stack.Target);
        details["Policies"]!.AsArray().Single()!["PolicyVersionList"]!.AsArray().Should().ContainSingle();
    }

    [Fact]
    public async Task AuthorizationDetails_HoldPolicyDocumentsAsJson()
    {
        var stack = aws.NewStack();
        await stack.UpAsync(async program => await program.RolePolicyAsync("read", await program.RoleAsync("reader")));

        var role = (await stack.Emulated.AuthorizationDetailsAsync(stack.Target))["RoleDetailList"]!.AsArray().Single()!;

        role["AssumeRolePolicyDocument"]!.ToJsonString().Should().Be(ProgramSession.TrustPolicy);
        role["RolePolicyList"]!.AsArray().Single()!["PolicyDocument"]!.ToJsonString().Should().Be(ProgramSession.ReadPolicy);
    }

    [Fact]
    public async Task AuthorizationDetails_HoldAwssOwnPoliciesWhereTheyAreAttached()
    {
        var stack = EmulatedAwsFixture.NewStack(await EmulatedAwsFixture.WithAwsPoliciesAsync());
        await stack.UpAsync(async program =>
        {
            var role = await program.RoleAsync("reader");
            await program.RegisterAsync(
                "aws:iam/rolePolicyAttachment:RolePolicyAttachment", "attached",
                new { role = role.Output("name"), policyArn = "arn:aws:iam::aws:policy/AmazonSageMakerReadOnly" });
        });

        var policies = (await stack.Emulated.AuthorizationDetailsAsync(stack.Target))["Policies"]!.AsArray();

        ((string?)policies.Should().ContainSingle().Which!["PolicyName"]).Should().Be("AmazonSageMakerReadOnly");
    }

    [Fact]
    public async Task OpenIdConnectProvider_KeepsItsArnWhenItsClientsChange()
    {
        var stack = aws.NewStack();
        var ids = new List<string>();
        async Task Script(ProgramSession program, string client) => ids.Add((await program.RegisterAsync(
            "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
            "github",
            new
            {
                url = "https://token.actions.githubusercontent.com",
                clientIdLists = new object?[] { client },
                thumbprintLists = new object?[] { new string('a', 40) },
            })).Id);

        await stack.UpAsync(program => Script(program, "sts.amazonaws.com"));
        var result = await stack.UpAsync(program => Script(program, "other"));

        ids.Distinct().Should().ContainSingle();
        result.Steps.Should().ContainSingle(step => step.Kind == StepKind.Update);
    }

    [Fact]
    public async Task OpenIdConnectProvider_WithItsClientsInAnotherOrder_IsTheSame()
    {
        var stack = aws.NewStack();
        Task<UpdateResult> Up(params object?[] clientIdLists) => stack.UpAsync(program => program.RegisterAsync(
            "aws:iam/openIdConnectProvider:OpenIdConnectProvider", "gitlab", new { url = "https://gitlab.com", clientIdLists }));

        await Up("one", "two");

        (await Up("two", "one")).ChangedSomething.Should().BeFalse();
    }

    [Fact]
    public async Task SecretVersion_IsReplacedByAnotherValue()
    {
        var stack = aws.NewStack();
        async Task Script(ProgramSession program, string value)
        {
            var secret = await program.RegisterAsync("aws:secretsmanager/secret:Secret", "dotenv", new { recoveryWindowInDays = 0 });
            await program.RegisterAsync(
                "aws:secretsmanager/secretVersion:SecretVersion", "value", new { secretId = secret.Output("arn"), secretString = value });
        }

        await stack.UpAsync(program => Script(program, "one"));
        var result = await stack.UpAsync(program => Script(program, "two"));

        result.Steps.Should().ContainSingle(step => step.Kind == StepKind.Replace).Which.Name.Should().Be("value");
        var failure = (await stack.Stack.DestroyAsync()).Failures.FirstOrDefault();
        failure.Should().BeNull();
        (await stack.ContentsAsync()).Should().BeEmpty();
    }
}
