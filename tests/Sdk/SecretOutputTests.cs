using Pulumi;

namespace SageMakerIam.Tests.Sdk;

public class SecretOutputTests
{
    private static readonly Output<string> Plain = Output.Create("plain");
    private static readonly Output<string> Secret = Output.CreateSecret("secret");

    [Fact]
    public async Task CreatedSecret_IsSecret()
    {
        (await Secret.IsSecretAsync()).Should().BeTrue();
    }

    [Fact]
    public async Task Output_ThatIsNotMarked_IsNotSecret()
    {
        (await Plain.IsSecretAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task Apply_OnASecret_IsSecret()
    {
        (await Secret.Apply(value => value.Length).IsSecretAsync()).Should().BeTrue();
    }

    [Fact]
    public async Task Apply_ThatReturnsASecret_IsSecret()
    {
        (await Plain.Apply(_ => Secret).IsSecretAsync()).Should().BeTrue();
    }

    [Fact]
    public async Task Apply_ThatReturnsATask_HasItsValue()
    {
        (await Plain.Apply(value => Task.FromResult(value.Length)).ValueAsync()).Should().Be(5);
    }

    [Fact]
    public async Task All_WithOneSecret_IsSecret()
    {
        (await Output.All(Plain, Secret).IsSecretAsync()).Should().BeTrue();
    }

    [Fact]
    public async Task All_WithoutSecrets_IsNotSecret()
    {
        (await Output.All(Plain, Plain).IsSecretAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task All_KeepsTheOrderOfItsParts()
    {
        (await Output.All(Plain, Secret).ValueAsync()).Should().Equal("plain", "secret");
    }

    [Fact]
    public async Task Tuple_WithOneSecret_IsSecret()
    {
        var tuple = Output.Tuple(Plain, Secret);

        (await tuple.IsSecretAsync()).Should().BeTrue();
        (await tuple.ValueAsync()).Should().Be(("plain", "secret"));
    }

    [Fact]
    public async Task CreateSecret_OfAnOutput_HasItsValue()
    {
        var secret = Output.CreateSecret(Plain);

        (await secret.IsSecretAsync()).Should().BeTrue();
        (await secret.ValueAsync()).Should().Be("plain");
    }
}
