using Rehearsal.Engine;

namespace SageMakerIam.Tests.Rehearsal.Engine;

public class DeletionTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>
{
    [Fact]
    public async Task WhatIsRegisteredNoMore_IsDeletedAfterWhatDependsOnIt()
    {
        var stack = aws.NewStack();
        await stack.UpAsync(async program => await program.RolePolicyAsync("read", await program.RoleAsync("reader")));

        // A role that still has a policy cannot be deleted.
        var result = await stack.UpAsync(_ => Task.CompletedTask);

        result.Steps.Where(step => step.Kind == StepKind.Delete).Select(step => step.Name).Should().Equal("read", "reader");
        (await stack.ContentsAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task FailedProgram_DeletesNothing()
    {
        var stack = aws.NewStack();
        await stack.UpAsync(program => program.RoleAsync("reader"));

        await stack.UpAsync(program => program.RegisterAsync("aws:s3/bucket:Bucket", "data"));

        (await stack.ContentsAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task ProtectedResource_IsNotDeleted()
    {
        var stack = aws.NewStack();
        await stack.UpAsync(program => program.RoleAsync("reader", options: options => options.Protect = true));

        var result = await stack.UpAsync(_ => Task.CompletedTask);

        result.Failures.Should().ContainSingle().Which.Message.Should().Contain("::reader is protected and cannot be deleted");
        (await stack.ContentsAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task ProtectedResource_IsNotReplaced()
    {
        var stack = aws.NewStack();
        await stack.UpAsync(program => program.RoleAsync("reader", new { name = "old" }, options => options.Protect = true));

        var result = await stack.UpAsync(program => program.RoleAsync("reader", new { name = "new" }, options => options.Protect = true));

        result.Failures.Should().ContainSingle().Which.Message.Should().Contain("cannot be replaced, as name changed");
    }

    [Fact]
    public async Task ProtectedDependent_HoldsWhatItDependsOn()
    {
        var stack = aws.NewStack();
        async Task Script(ProgramSession program, string name) => await program.RolePolicyAsync(
            "read", await program.RoleAsync("reader", new { name }), options => options.Protect = true);
        await stack.UpAsync(program => Script(program, "old"));

        var result = await stack.UpAsync(program => Script(program, "new"));

        result.Failures.Should().ContainSingle().Which.Message.Should().Contain("::read is protected");
    }

    [Fact]
    public async Task RetainedResource_StaysInTheAccount()
    {
        var stack = aws.NewStack();
        await stack.UpAsync(program => program.RoleAsync("reader", options: options => options.RetainOnDelete = true));

        await stack.UpAsync(_ => Task.CompletedTask);

        (await stack.ContentsAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task Destroy_LeavesNothing()
    {
        var stack = aws.NewStack();
        await stack.UpAsync(async program =>
        {
            var role = await program.RoleAsync("reader", options: options => options.Protect = true);
            await program.RolePolicyAsync("read", role);
            await program.RegisterAsync("aws:iam/instanceProfile:InstanceProfile", "profile", new { role = role.Output("name") });
            var user = await program.RegisterAsync("aws:iam/user:User", "ci");
            await program.RegisterAsync("aws:iam/accessKey:AccessKey", "key", new { user = user.Output("name") });
            var policy = await program.RegisterAsync("aws:iam/policy:Policy", "managed", new { policy = ProgramSession.ReadPolicy });
            await program.RegisterAsync(
                "aws:iam/userPolicyAttachment:UserPolicyAttachment", "attached",
                new { user = user.Output("name"), policyArn = policy.Output("arn") });
            await program.RegisterAsync("aws:secretsmanager/secret:Secret", "secret");
        });

        var result = await stack.Stack.DestroyAsync();

        result.Failures.Should().BeEmpty();
        result.Steps.Should().HaveCount(9).And.OnlyContain(step => step.Kind == StepKind.Delete);
        (await stack.ContentsAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task FailedDeletion_NamesTheResourceAndAwssReason()
    {
        var stack = aws.NewStack();
        await stack.UpAsync(program => program.RoleAsync("reader", new { name = "reader" }));
        await stack.Aws.IamAsync(
            "PutRolePolicy", new { RoleName = "reader", PolicyName = "foreign", PolicyDocument = ProgramSession.ReadPolicy });

        var failure = (await stack.Stack.DestroyAsync()).Failures.FirstOrDefault();

        failure!.What.Should().EndWith("::reader");
        failure.Message.Should().Contain("DeleteConflict");
    }
}
