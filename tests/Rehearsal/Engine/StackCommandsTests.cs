using Rehearsal.Engine;

namespace SageMakerIam.Tests.Rehearsal.Engine;

/// <summary>What is done with a stack beside its updates: refresh, rename, destroy.</summary>
public class StackCommandsTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>
{
    [Fact]
    public async Task Refresh_TakesInWhatIsThere_AndForgetsWhatIsGone()
    {
        var stack = aws.NewStack();
        await stack.UpAsync(RolesAsync);
        await stack.Aws.IamAsync("DeleteRole", new { RoleName = "one" });
        await stack.Aws.IamAsync("UpdateRole", new { RoleName = "two", Description = "by hand" });

        var result = await stack.Stack.RefreshAsync();

        result.Changes.Should().Equal(new Dictionary<StepKind, int>
        {
            [StepKind.Same] = 1, [StepKind.Update] = 1, [StepKind.Delete] = 1,
        });
        result.Calls.Writes.Should().Be(0);
        var role = stack.Stack.State.Resources.Single(resource => resource.Goal.IsCustom);
        (role.Id, role.Goal.Inputs.Text("description")).Should().Be(("two", "by hand"));
    }

    [Fact]
    public async Task RenamedStack_IsUnchanged_UnderItsOtherName()
    {
        var stack = aws.NewStack();
        await stack.UpAsync(PolicyAsync);

        stack.Stack.Rename("other");
        var result = await stack.UpAsync(PolicyAsync, new UpdateOptions { ExpectNoChanges = true });

        result.Succeeded.Should().BeTrue();
        result.Steps.Should().OnlyContain(step => step.Urn.StartsWith("urn:pulumi:other::scripted::", StringComparison.Ordinal));
    }

    [Fact]
    public async Task DestroyedStack_CanBeMadeAgain()
    {
        var stack = aws.NewStack();
        await stack.UpAsync(PolicyAsync);

        (await stack.Stack.DestroyAsync()).Succeeded.Should().BeTrue();
        stack.Stack.State.Resources.Should().BeEmpty();
        (await stack.UpAsync(PolicyAsync)).Succeeded.Should().BeTrue();
    }

    [Fact]
    public async Task RoleWithForeignPolicies_IsNotDeleted_UntilALookHasFoundThem()
    {
        var stack = aws.NewStack();
        await stack.UpAsync(RolesAsync);
        await stack.Aws.IamAsync(
            "PutRolePolicy", new { RoleName = "one", PolicyName = "by-hand", PolicyDocument = ProgramSession.ReadPolicy });
        var policy = await stack.Aws.IamAsync("CreatePolicy", new { PolicyName = "by-hand", PolicyDocument = ProgramSession.ReadPolicy });
        var policyArn = (string)policy["Policy"]!["Arn"]!;
        await stack.Aws.IamAsync("AttachRolePolicy", new { RoleName = "one", PolicyArn = policyArn });

        (await stack.Stack.DestroyAsync()).Failures.Should().ContainSingle().Which.Message.Should().Contain("DeleteConflict");
        await stack.Stack.RefreshAsync();
        (await stack.Stack.DestroyAsync()).Failures.Should().BeEmpty();
        (await stack.ContentsAsync()).Should().Equal(policyArn);
    }

    private static async Task RolesAsync(ProgramSession program)
    {
        await program.RoleAsync("one", new { name = "one" });
        await program.RoleAsync("two", new { name = "two", description = "ours" });
    }

    private static async Task PolicyAsync(ProgramSession program) =>
        await program.RolePolicyAsync("read", await program.RoleAsync("reader"));
}
