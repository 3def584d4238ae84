using Pulumi;

namespace SageMakerIam.Tests.Sdk;

public class InputTests
{
    [Fact]
    public async Task List_TakesPlainValuesAndOutputs()
    {
        var list = new InputList<string> { "first", Output.Create("second") };
        list.Add("third", "fourth");

        (await list.ToOutput().ValueAsync()).Should().Equal("first", "second", "third", "fourth");
    }

    [Fact]
    public async Task List_IsMadeOfAnArrayOfOutputs()
    {
        InputList<string> list = new[] { Output.Create("a"), Output.CreateSecret("b") };

        (await list.ToOutput().ValueAsync()).Should().Equal("a", "b");
        (await list.ToOutput().IsSecretAsync()).Should().BeTrue();
    }

    [Fact]
    public async Task Map_TakesPlainValuesAndOutputs()
    {
        var map = new InputMap<string> { ["a"] = "1", ["b"] = Output.Create("2") };

        (await map.ToOutput().ValueAsync()).Should().BeEquivalentTo(new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" });
    }

    [Fact]
    public async Task Map_GivenTwoValuesForAKey_Throws()
    {
        var map = new InputMap<string> { ["a"] = "1" };
        map["a"] = "2";

        (await map.ToOutput().Awaiting(output => output.ValueAsync()).Should().ThrowAsync<ArgumentException>())
            .WithMessage("Key 'a' already exists in the map with a different value.*");
    }
}
