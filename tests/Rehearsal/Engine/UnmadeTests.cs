using System.Collections.Immutable;
using Grpc.Core;
using Pulumirpc;
using Rehearsal.Engine;

namespace SageMakerIam.Tests.Rehearsal.Engine;

/// <summary>What an update skips or fails to make is answered as Pulumi's engine answered it (<c>tests/Rehearsal/Recorded</c>).</summary>
public class UnmadeTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>
{
    private static readonly UpdateOptions ContinueOnError = new() { ContinueOnError = true };
    private static readonly UpdateOptions NoTarget = new() { Excludes = ["**"] };

    [Fact]
    public async Task FailedCreation_IsAnsweredWithFail_AndNothingElse()
    {
        var stack = aws.NewStack();
        Registered? failed = null;

        await FailAsync(stack, async program => failed = await program.RoleAsync("taken", new { name = "taken" }));

        (failed!.Result, failed.IsUnknown, failed.Id).Should().Be((Result.Fail, false, ""));
        failed.Outputs.Should().BeEmpty();
    }

    [Fact]
    public async Task WhatIsMadeFromAFailedOne_IsUnknown_AndAnsweredWithItsKnownInputs()
    {
        var stack = aws.NewStack();
        Registered? policy = null;

        await FailAsync(stack, async program =>
            policy = await program.RolePolicyAsync("policy", await program.RoleAsync("taken", new { name = "taken" })));

        (policy!.Result, policy.IsUnknown, policy.Id).Should().Be((Result.Success, true, ""));
        policy.Outputs.Keys.Should().Equal("policy");
    }

    [Fact]
    public async Task WhatDependsOnAFailedOne_IsSkipped()
    {
        var stack = aws.NewStack();
        Registered? dependent = null;

        await FailAsync(stack, async program =>
        {
            var failed = await program.RoleAsync("taken", new { name = "taken" });
            dependent = await program.RoleAsync("dependent", null, request => request.Dependencies.Add(failed.Urn));
        });

        (dependent!.Result, dependent.IsUnknown, dependent.Id).Should().Be((Result.Skip, false, ""));
        (await stack.ContentsAsync()).Should().NotContain(held => held.Contains("dependent"));
    }

    [Fact]
    public async Task WhatDoesNotDependOnAFailedOne_IsMadeAndDeletedAllTheSame()
    {
        var stack = aws.NewStack();
        await stack.UpAsync(program => program.RoleAsync("gone", new { name = "gone" }));

        var result = await FailAsync(stack, async program =>
        {
            await program.RoleAsync("taken", new { name = "taken" });
            await program.RoleAsync("other", new { name = "other" });
        });

        result.Failures.Should().ContainSingle().Which.What.Should().EndWith("::taken");
        (await stack.ContentsAsync()).Should()
            .Contain(held => held.EndsWith("role/other")).And.NotContain(held => held.EndsWith("role/gone"));
    }

    [Fact]
    public async Task FailedUpdate_KeepsItsId_AndIsTakenAgain()
    {
        var stack = aws.NewStack();
        await stack.UpAsync(program => program.RoleAsync("role", new { name = "role", description = "before" }));
        Registered? failed = null;

        await stack.UpAsync(
            async program => failed = await program.RoleAsync("role", new { name = "role", description = "after" }),
            ContinueOnError with { Fails = urn => Urn.Name(urn) == "role" });
        var next = await stack.UpAsync(program => program.RoleAsync("role", new { name = "role", description = "after" }));

        (failed!.Result, failed.Id).Should().Be((Result.Fail, "role"));
        next.Steps.Single(step => step.Name == "role").Kind.Should().Be(StepKind.Update);
    }

    [Fact]
    public async Task Untargeted_ThatIsNotThere_IsUnknown_AndNotMade()
    {
        var stack = aws.NewStack();
        Registered? skipped = null;

        var result = await stack.UpAsync(async program => skipped = await program.RoleAsync("skipped"), NoTarget);

        result.Succeeded.Should().BeTrue();
        (skipped!.Result, skipped.IsUnknown, skipped.Id).Should().Be((Result.Success, true, ""));
        skipped.Outputs.Should().BeEmpty();
        (await stack.ContentsAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Untargeted_ThatIsThere_SaysWhatItSaidBefore()
    {
        var stack = aws.NewStack();
        Registered? before = null;
        Registered? after = null;
        await stack.UpAsync(async program => before = await program.RoleAsync("role", new { description = "before" }));

        await stack.UpAsync(async program => after = await program.RoleAsync("role", new { description = "after" }), NoTarget);

        (after!.Id, after.IsUnknown).Should().Be((before!.Id, false));
        after.Outputs["description"].Should().Be("before");
    }

    [Fact]
    public async Task Untargeted_ThatIsRegisteredNoMore_StaysUntilAnUpdateOfTheWhole()
    {
        var stack = aws.NewStack();
        await stack.UpAsync(program => program.RoleAsync("role", new { name = "role" }));

        await stack.UpAsync(_ => Task.CompletedTask, NoTarget);
        (await stack.ContentsAsync()).Should().NotBeEmpty();

        await stack.UpAsync(_ => Task.CompletedTask);
        (await stack.ContentsAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Function_ThatAwsRefuses_IsNoFailureOfAProgramThatGetsOverIt()
    {
        var refusal = "";

        var result = await aws.NewStack().UpAsync(async program =>
        {
            var call = () => program.InvokeAsync("aws:iam/getAccessKeys:getAccessKeys", new { user = "nobody" });
            refusal = (await call.Should().ThrowAsync<RpcException>()).Which.Status.Detail;
        });

        refusal.Should().Contain("couldn't find resource");
        result.Succeeded.Should().BeTrue();
    }

    [Fact]
    public async Task State_CanBeReadByTheProgram_AsTheLastUpdateLeftIt()
    {
        var stack = aws.NewStack();
        await stack.UpAsync(program => program.RoleAsync("role", new { name = "role" }));
        var outputs = ImmutableDictionary<string, object?>.Empty;

        await stack.PreviewAsync(async program => outputs = await program.InvokeAsync(
            "pulumi:pulumi:readStackResourceOutputs", new { stackName = "organization/scripted/test" }));

        var role = Map(Map(outputs["outputs"]).Single(resource => resource.Key.EndsWith("::role", StringComparison.Ordinal)).Value);
        role["type"].Should().Be("aws:iam/role:Role");
        Map(role["outputs"])["id"].Should().Be("role");
    }

    private static ImmutableDictionary<string, object?> Map(object? value) => (ImmutableDictionary<string, object?>)value!;

    private static async Task<UpdateResult> FailAsync(ScriptedStack stack, Func<ProgramSession, Task> script)
    {
        await stack.Aws.IamAsync("CreateRole", new { RoleName = "taken", AssumeRolePolicyDocument = ProgramSession.TrustPolicy });
        return await stack.UpAsync(script, ContinueOnError);
    }
}
