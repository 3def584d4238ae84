using System.Collections.Immutable;
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
    public async Task List_IsMadeOfAnOutputOfAList()
    {
        InputList<string> list = Output.Create(ImmutableArray.Create("a", "b"));

        (await list.ToOutput().ValueAsync()).Should().Equal("a", "b");
    }

    [Fact]
    public async Task Lists_AreJoinedWithoutChangingEither()
    {
        InputList<string> first = "a";
        InputList<string> second = "b";

        (await first.Concat(second).ToOutput().ValueAsync()).Should().Equal("a", "b");
        (await first.ToOutput().ValueAsync()).Should().Equal("a");
    }

    [Fact]
    public async Task Map_TakesPlainValuesAndOutputs()
    {
        var map = new InputMap<string> { { "a", "1" }, { "b", Output.Create("2") } };
        map["c"] = "3";

        (await map.ToOutput().ValueAsync()).Should()
            .BeEquivalentTo(new Dictionary<string, string> { ["a"] = "1", ["b"] = "2", ["c"] = "3" });
    }

    [Fact]
    public async Task Map_GivenTwoValuesForAKey_Throws()
    {
        var map = new InputMap<string> { { "a", "1" }, { "a", "2" } };

        (await map.ToOutput().Awaiting(output => output.ValueAsync()).Should().ThrowAsync<ArgumentException>())
            .WithMessage("Key 'a' already exists in the map with a different value.*");
    }

    [Fact]
    public async Task Maps_Merged_PreferTheSecond()
    {
        InputMap<string> first = new Dictionary<string, string> { ["a"] = "1", ["b"] = "1" };
        InputMap<string> second = new Dictionary<string, string> { ["b"] = "2" };

        (await InputMap<string>.Merge(first, second).ToOutput().ValueAsync()).Should()
            .BeEquivalentTo(new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" });
    }

    [Fact]
    public async Task Union_HoldsEitherType()
    {
        InputUnion<string, int> text = "a";
        InputUnion<string, int> number = Output.Create(1);

        (await text.ToOutput().ValueAsync()).AsT0.Should().Be("a");
        (await number.ToOutput().ValueAsync()).AsT1.Should().Be(1);
    }
}
