using System.Collections.Immutable;
using Pulumi;

namespace SageMakerIam.Tests.Sdk;

public class StackReferenceTests
{
    [Fact]
    public async Task Output_OfTheOtherStack_IsRead()
    {
        (await (await ReadAsync(stack => stack.RequireOutput("roleArn"))).ValueAsync()).Should().Be("arn");
    }

    [Fact]
    public async Task PlainOutput_BesideASecret_IsNotSecret()
    {
        (await (await ReadAsync(stack => stack.RequireOutput("roleArn"))).IsSecretAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task SecretOutput_IsSecret()
    {
        (await (await ReadAsync(stack => stack.RequireOutput("password"))).IsSecretAsync()).Should().BeTrue();
    }

    [Fact]
    public async Task RequiredOutput_ThatIsNotThere_Throws()
    {
        var read = () => ReadAsync(stack => stack.RequireOutput("nope"));

        (await read.Should().ThrowAsync<RunException>())
            .WithMessage("*Required output 'nope' does not exist on stack 'acme/network/dev'.*");
    }

    [Fact]
    public async Task Output_WithoutTheNamesOfTheSecretOnes_Throws()
    {
        var mocks = new RecordingMocks { State = args => OtherStack.State(args).Remove("secretOutputNames") };
        var read = () => TestDeployment.OutputOfAsync(
            mocks, TestDeployment.Update, () => new StackReference("acme/network/dev").RequireOutput("roleArn"));

        await read.Should().ThrowAsync<RunException>();
    }

    [Fact]
    public async Task OtherStack_IsReadByItsName()
    {
        var mocks = OtherStack;
        await TestDeployment.OutputOfAsync(mocks, TestDeployment.Update, () => new StackReference("acme/network/dev").Name);

        var read = mocks.Resources.Single();
        (read.Type, read.Id).Should().Be(("pulumi:pulumi:StackReference", "acme/network/dev"));
    }

    private static RecordingMocks OtherStack => new()
    {
        State = _ => ImmutableDictionary<string, object>.Empty
            .Add("outputs", new Dictionary<string, object> { ["roleArn"] = "arn", ["password"] = Output.CreateSecret("hidden") })
            .Add("secretOutputNames", ImmutableArray.Create("password")),
    };

    private static Task<Output<T>> ReadAsync<T>(Func<StackReference, Output<T>> read) => TestDeployment.OutputOfAsync(
        OtherStack, TestDeployment.Update, () => read(new StackReference("acme/network/dev")));
}
