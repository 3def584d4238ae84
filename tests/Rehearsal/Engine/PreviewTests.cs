using Rehearsal.Engine;
using Wire;

namespace SageMakerIam.Tests.Rehearsal.Engine;

public class PreviewTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>
{
    [Fact]
    public async Task NewResource_HasNoIdAndNoArn()
    {
        Registered? role = null;

        await aws.NewStack().PreviewAsync(async program => role = await program.RoleAsync("reader"));

        role!.Id.Should().BeEmpty();
        role.Outputs.Should().NotContainKey("arn");
    }

    [Fact]
    public async Task KnownInputs_AreEchoed()
    {
        Registered? role = null;

        await aws.NewStack()
            .PreviewAsync(async program => role = await program.RoleAsync("reader", new { name = "reader", path = "/ml/" }));

        role!.Outputs.Should().Contain("name", "reader").And.Contain("path", "/ml/");
    }

    [Fact]
    public async Task UnknownInput_StaysUnknown()
    {
        Registered? policy = null;

        await aws.NewStack().PreviewAsync(async program => policy = await program.RegisterAsync(
            "aws:iam/rolePolicy:RolePolicy",
            "read",
            new { role = Unknown.Instance, policy = ProgramSession.ReadPolicy },
            options => options.SupportsPartialValues = true));

        policy!.Outputs["role"].Should().Be(Unknown.Instance);
    }

    [Fact]
    public async Task WhatIsNotKnown_IsNotTold_ToAProgramThatTakesNoPartialValues()
    {
        Registered? policy = null;

        await aws.NewStack().PreviewAsync(async program => policy = await program.RegisterAsync(
            "aws:iam/rolePolicy:RolePolicy", "read", new { role = Unknown.Instance, policy = ProgramSession.ReadPolicy }));

        policy!.Outputs.Should().ContainKey("policy").And.NotContainKey("role");
    }

    [Fact]
    public async Task Preview_LeavesTheAccountAlone()
    {
        var stack = aws.NewStack();

        var preview = await stack.PreviewAsync(program => program.RoleAsync("reader"));

        preview.Calls.Writes.Should().Be(0);
        (await stack.ContentsAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Preview_SaysWhatAnUpdateWouldDo()
    {
        var stack = aws.NewStack();
        await stack.UpAsync(program => program.RoleAsync("reader", new { description = "old" }));

        var preview = await stack.PreviewAsync(program => program.RoleAsync("reader", new { description = "new" }));

        preview.Steps.Should().ContainSingle(step => step.Kind == StepKind.Update).Which.ChangedInputs.Should().Equal("description");
    }
}
