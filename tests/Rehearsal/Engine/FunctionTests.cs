using System.Collections.Immutable;
using Wire;

namespace SageMakerIam.Tests.Rehearsal.Engine;

public class FunctionTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>
{
    [Fact]
    public async Task CallerIdentity_IsOfTheStacksAccount()
    {
        var stack = aws.NewStack();
        object? account = null;

        await stack.PreviewAsync(
            async program => account = (await program.InvokeAsync("aws:index/getCallerIdentity:getCallerIdentity"))["accountId"]);

        account.Should().Be(stack.Account);
    }

    [Theory]
    [InlineData("us-east-1", "aws")]
    [InlineData("us-gov-west-1", "aws-us-gov")]
    [InlineData("cn-north-1", "aws-cn")]
    public async Task Partition_FollowsFromTheRegion(string region, string partition)
    {
        object? answer = null;

        await aws.NewStack(("aws:region", region)).PreviewAsync(
            async program => answer = (await program.InvokeAsync("aws:index/getPartition:getPartition"))["partition"]);

        answer.Should().Be(partition);
    }

    [Fact]
    public async Task StackReference_GivesTheOutputsOfAnotherStack()
    {
        var stack = aws.NewStack();
        stack.Stack.StackReferences = ImmutableDictionary<string, ImmutableDictionary<string, object?>>.Empty.Add(
            "sagemaker-iam/dev", ImmutableDictionary<string, object?>.Empty.Add("roleArn", "arn").Add("key", new Secret("hush")));
        var reference = ImmutableDictionary<string, object?>.Empty;

        await stack.UpAsync(
            async program => reference = await program.ReadAsync("pulumi:pulumi:StackReference", "iam", "organization/sagemaker-iam/dev"));

        reference["outputs"].Should().BeAssignableTo<ImmutableDictionary<string, object?>>().Which["roleArn"].Should().Be("arn");
        reference["secretOutputNames"].Should().BeEquivalentTo(new object?[] { "key" });
    }

    [Fact]
    public async Task StackReference_ToAnUnknownStack_IsRefused()
    {
        var result = await aws.NewStack()
            .UpAsync(program => program.ReadAsync("pulumi:pulumi:StackReference", "iam", "organization/other/dev"));

        result.Failures.Should().ContainSingle().Which.Message.Should().StartWith("unknown stack 'organization/other/dev'");
    }

    [Fact]
    public async Task UnknownFunction_IsNamed()
    {
        var result = await aws.NewStack().UpAsync(program => program.InvokeAsync("aws:sqs/getQueue:getQueue"));

        result.Failures.Should().ContainSingle().Which.What.Should().Be("aws:sqs/getQueue:getQueue");
    }
}
