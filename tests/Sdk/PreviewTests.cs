using Pulumi.Aws.Iam;

namespace SageMakerIam.Tests.Sdk;

public class PreviewTests
{
    [Fact]
    public async Task Output_ThatTheProviderLeavesOut_IsUnknownInAPreview()
    {
        var uniqueId = await TestDeployment.OutputOfAsync(new(), TestDeployment.Preview, () => new User("deployer").UniqueId);

        (await uniqueId.IsKnownAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task Output_ThatTheProviderLeavesOut_IsNullInAnUpdate()
    {
        var uniqueId = await TestDeployment.OutputOfAsync(new(), TestDeployment.Update, () => new User("deployer").UniqueId);

        (await uniqueId.IsKnownAsync()).Should().BeTrue();
        (await uniqueId.ValueAsync()).Should().BeNull();
    }

    [Fact]
    public async Task Input_FromAnUnknown_IsNotSent()
    {
        var mocks = await TestDeployment.RunAsync(
            () => _ = new UserPolicy("policy", new UserPolicyArgs { User = new User("deployer").UniqueId, Policy = "{}" }),
            TestDeployment.Preview);

        mocks.Resources.Single(resource => resource.Name == "policy").Inputs.Keys.Should().Equal("policy");
    }

    [Fact]
    public async Task Map_WithAnUnknownInside_IsNotSent()
    {
        var mocks = await TestDeployment.RunAsync(
            () => _ = new User("second", new UserArgs { Tags = { ["known"] = "a", ["unknown"] = new User("first").UniqueId } }),
            TestDeployment.Preview);

        mocks.Resources.Single(resource => resource.Name == "second").Inputs.Should().BeEmpty();
    }

    [Fact]
    public async Task Function_OfAnUnknown_IsNotCalled()
    {
        var mocks = new RecordingMocks();
        var identity = await TestDeployment.OutputOfAsync(
            mocks, TestDeployment.Preview, () => Pulumi.Aws.GetCallerIdentity.Invoke(new() { Id = new User("deployer").UniqueId }));

        (await identity.IsKnownAsync()).Should().BeFalse();
        mocks.Calls.Should().BeEmpty();
    }
}
