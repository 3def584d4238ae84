using Pulumirpc;
using Rehearsal.Engine;

namespace SageMakerIam.Tests.Rehearsal.Engine;

public class ImportTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>
{
    [Fact]
    public async Task ExistingRole_IsTakenOver()
    {
        var stack = await WithExistingRoleAsync();

        var result = await stack.UpAsync(program => program.RoleAsync("reader", new { name = "existing" }, Import));

        result.Steps.Should().ContainSingle(step => step.Kind == StepKind.Import);
        result.Calls.Writes.Should().Be(0);
    }

    [Fact]
    public async Task Import_IsFollowedByTheUpdateThatTheProgramWants()
    {
        var stack = await WithExistingRoleAsync();

        var result = await stack.UpAsync(
            program => program.RoleAsync("reader", new { name = "existing", description = "ours now" }, Import));

        result.Steps.Should().ContainSingle(step => step.Kind == StepKind.Import).Which.ChangedInputs.Should().Equal("description");
        var role = await stack.Aws.IamAsync("GetRole", new { RoleName = "existing" });
        ((string?)role["Role"]!["Description"]).Should().Be("ours now");
    }

    [Fact]
    public async Task Import_ThatNeedsAReplacement_IsRefused()
    {
        var stack = await WithExistingRoleAsync();

        var result = await stack.UpAsync(program => program.RoleAsync("reader", new { name = "existing", path = "/ml/" }, Import));

        result.Failures.Should().ContainSingle().Which.Message.Should().Contain("path cannot be changed in place");
    }

    [Fact]
    public async Task Import_OfNothing_IsRefused()
    {
        var result = await aws.NewStack().UpAsync(program => program.RoleAsync("reader", new { name = "existing" }, Import));

        result.Failures.Should().ContainSingle().Which.Message.Should().Contain("resource 'existing' does not exist");
    }

    [Fact]
    public async Task ImportedResource_IsNotImportedAgain()
    {
        var stack = await WithExistingRoleAsync();
        Task Script(ProgramSession program) => program.RoleAsync("reader", new { name = "existing" }, Import);
        await stack.UpAsync(Script);

        var again = await stack.UpAsync(Script);

        again.ChangedSomething.Should().BeFalse();
    }

    [Fact]
    public async Task ResourceThatTheStackMadeItself_IsNotImported_WhenItsIdIsGivenLater()
    {
        var stack = aws.NewStack();
        await stack.UpAsync(program => program.RoleAsync("reader", new { name = "existing" }));

        var result = await stack.UpAsync(program => program.RoleAsync("reader", new { name = "existing" }, Import));

        result.ChangedSomething.Should().BeFalse();
    }

    [Fact]
    public async Task Import_InPlaceOfAnotherResource_DeletesTheOther()
    {
        var stack = await WithExistingRoleAsync();
        await stack.UpAsync(program => program.RoleAsync("reader", new { name = "made" }));

        var result = await stack.UpAsync(program => program.RoleAsync("reader", new { name = "existing" }, Import));

        result.Succeeded.Should().BeTrue();
        (await stack.ContentsAsync()).Should().ContainSingle().Which.Should().EndWith("role/existing");
    }

    [Fact]
    public async Task ImportedResource_IsNotReplacedLater_WhileItsIdIsGiven()
    {
        var stack = await WithExistingRoleAsync();
        await stack.UpAsync(program => program.RoleAsync("reader", new { name = "existing" }, Import));

        var result = await stack.UpAsync(program => program.RoleAsync("reader", new { name = "existing", path = "/ml/" }, Import));

        result.Failures.Should().ContainSingle().Which.Message.Should()
            .StartWith("previously-imported resources that still specify an ID may not be replaced: path");
    }

    [Fact]
    public async Task IgnoredChange_OfAnImport_KeepsWhatIsThere()
    {
        var stack = aws.NewStack();
        await stack.Aws.IamAsync(
            "CreateRole", new { RoleName = "existing", Path = "/service-role/", AssumeRolePolicyDocument = ProgramSession.TrustPolicy });

        var result = await stack.UpAsync(program => program.RoleAsync("reader", new { name = "existing" }, options =>
        {
            Import(options);
            options.IgnoreChanges.Add("path");
        }));

        result.Succeeded.Should().BeTrue();
        result.Calls.Writes.Should().Be(0);
    }

    [Fact]
    public async Task ResourceThatIsOnlyRead_IsNeverDeleted()
    {
        var stack = await WithExistingRoleAsync();
        await stack.UpAsync(program => program.ReadAsync("aws:iam/role:Role", "reader", "existing"));

        await stack.Stack.DestroyAsync();

        (await stack.ContentsAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task PoliciesOfARole_AreImportedByItsNameAndTheirs()
    {
        var stack = await WithExistingRoleAsync();
        var policy = await stack.Aws.IamAsync("CreatePolicy", new { PolicyName = "read", PolicyDocument = ProgramSession.ReadPolicy });
        var policyArn = (string)policy["Policy"]!["Arn"]!;
        await stack.Aws.IamAsync("AttachRolePolicy", new { RoleName = "existing", PolicyArn = policyArn });
        await stack.Aws.IamAsync(
            "PutRolePolicy", new { RoleName = "existing", PolicyName = "inline", PolicyDocument = ProgramSession.ReadPolicy });

        var result = await stack.UpAsync(async program =>
        {
            await program.RegisterAsync(
                "aws:iam/rolePolicyAttachment:RolePolicyAttachment", "attached", new { role = "existing", policyArn },
                options => options.ImportId = $"existing/{policyArn}");
            await program.RegisterAsync(
                "aws:iam/rolePolicy:RolePolicy", "inline", new { role = "existing", name = "inline", policy = ProgramSession.ReadPolicy },
                options => options.ImportId = "existing:inline");
        });

        result.Succeeded.Should().BeTrue();
        result.Calls.Writes.Should().Be(0);
        result.Steps.Count(step => step.Kind == StepKind.Import).Should().Be(2);
    }

    [Fact]
    public async Task ImportedAccessKey_HasNoSecret_AndARefreshLeavesItSo()
    {
        var stack = aws.NewStack();
        await stack.Aws.IamAsync("CreateUser", new { UserName = "ci" });
        var id = (string)(await stack.Aws.IamAsync("CreateAccessKey", new { UserName = "ci" }))["AccessKey"]!["AccessKeyId"]!;
        Registered? key = null;
        async Task Script(ProgramSession program) => key = await program.RegisterAsync(
            "aws:iam/accessKey:AccessKey", "key", new { user = "ci" }, options => options.ImportId = id);

        await stack.UpAsync(Script);
        await stack.Stack.RefreshAsync();
        var again = await stack.UpAsync(Script, new UpdateOptions { ExpectNoChanges = true });

        again.Succeeded.Should().BeTrue();
        key!.Id.Should().Be(id);
        key.Outputs.Should().NotContainKey("secret");
    }

    private async Task<ScriptedStack> WithExistingRoleAsync()
    {
        var stack = aws.NewStack();
        await stack.Aws.IamAsync("CreateRole", new { RoleName = "existing", AssumeRolePolicyDocument = ProgramSession.TrustPolicy });
        return stack;
    }

    private static void Import(RegisterResourceRequest options) => options.ImportId = "existing";
}
