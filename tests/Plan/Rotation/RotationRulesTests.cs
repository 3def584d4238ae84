using System.Collections.Immutable;
using System.Globalization;
using SageMakerIam.Plan.Rotation;
using SageMakerIam.Settings;

namespace SageMakerIam.Tests.Plan.Rotation;

public class RotationRulesTests
{
    private static readonly PreviousAccessKey[] Fates = Enum.GetValues<PreviousAccessKey>();

    private static IEnumerable<AccessKeyGenerations> AllKeys =>
        from generation in Enumerable.Range(1, 5)
        from previous in Fates
        where generation > 1 || previous == PreviousAccessKey.Gone
        select new AccessKeyGenerations(generation, previous);

    public static TheoryData<int, string, int, string> Life => new()
    {
        { 1, "Gone", 2, "Active" },
        { 2, "Active", 2, "Inactive" },
        { 2, "Inactive", 2, "Active" },
        { 2, "Inactive", 2, "Gone" },
        { 2, "Active", 2, "Gone" },
        { 2, "Active", 1, "Gone" },
        { 2, "Gone", 3, "Active" },
        { 3, "Gone", 3, "Gone" },
    };

    [Theory]
    [MemberData(nameof(Life))]
    public void Step_OfAKeysLife_IsAllowed(int before, string beforePrevious, int after, string afterPrevious) =>
        FaultOf(Keys(before, beforePrevious), Keys(after, afterPrevious)).Should().BeNull();

    [Theory]
    [InlineData(2, "Active", 3, "Active", "It needs a third key*First retire the older one: generation: 2, previous: gone")]
    [InlineData(2, "Inactive", 3, "Active", "It needs a third key*")]
    [InlineData(2, "Active", 3, "Gone", "It drops the only active key*")]
    [InlineData(1, "Gone", 2, "Gone", "It drops the only active key*First keep it beside the new one: generation: 2, previous: active")]
    [InlineData(1, "Gone", 2, "Inactive", "It drops the only active key*")]
    [InlineData(1, "Gone", 3, "Active", "It drops the only active key*")]
    [InlineData(2, "Gone", 1, "Gone", "It drops the only active key*")]
    [InlineData(2, "Inactive", 1, "Gone", "It drops the only active key*")]
    [InlineData(2, "Gone", 2, "Active", "The key of generation 1 is gone for good. For a new key raise the generation to 3")]
    public void Step_ThatDoesHarm_IsRefusedWithTheRemedy(
        int before, string beforePrevious, int after, string afterPrevious, string remedy) =>
        FaultOf(Keys(before, beforePrevious), Keys(after, afterPrevious)).Should().Match(remedy);

    /// <summary>Pulumi makes and changes keys in any order, and deletes old ones at the end.</summary>
    [Fact]
    public void Step_ThatIsAllowed_LeavesOneHolderWorkingAfterEachCall_AndNeverAThirdKey()
    {
        var steps = from before in AllKeys from after in AllKeys where FaultOf(before, after) is null select (before, after);
        foreach (var (before, after) in steps)
        {
            before.Existing.Union(after.Existing)
                .Should().HaveCountLessThanOrEqualTo(2, $"{before} to {after} holds them all before it deletes any");
            before.Active.Intersect(after.Active).Should().NotBeEmpty($"{before} to {after} leaves someone the key that they have");
        }
    }

    [Fact]
    public void EveryKey_CanBeReachedFromDayZero()
    {
        var reached = new HashSet<AccessKeyGenerations> { Keys(1, "Gone") };
        while (AllKeys.Where(after => reached.Any(before => FaultOf(before, after) is null)).Any(reached.Add))
        {
        }

        reached.Should().BeEquivalentTo(AllKeys);
    }

    [Theory]
    [InlineData(1, "Gone")]
    [InlineData(2, "Active")]
    [InlineData(7, "Inactive")]
    public void FirstUpdate_MayBeginWithAnyKeys(int generation, string previous) =>
        FaultOf(null, Keys(generation, previous)).Should().BeNull();

    [Fact]
    public void KeyMadeByHand_CountsAgainstTheQuota() =>
        Refusal(Before(Keys(1, "Gone")) with { Foreign = 1 }, Keys(2, "Active")).Should().Contain("who has 1 not made by this stack");

    /// <summary>A key of an update that did not make it, or one that somebody deleted or deactivated, is nobody's.</summary>
    [Theory]
    [InlineData("1", "", "", 2, "Gone")]
    [InlineData("1", "1", "", 2, "Gone")]
    [InlineData("1,2", "1", "1", 2, "Active")]
    [InlineData("1,2", "2", "2", 3, "Active")]
    public void Step_GoesByTheKeysThatAreThere(string recorded, string existing, string active, int after, string afterPrevious)
    {
        var before = new AccessKeysBefore(Generations(recorded), Generations(existing), Generations(active), null, 0);
        Refusal(before, Keys(after, afterPrevious)).Should().BeNull();
    }

    [Fact]
    public void KeyThatWasNeverMade_IsNotGoneForGood() =>
        Refusal(Before(Keys(2, "Gone")) with { Unmade = 1 }, Keys(2, "Active")).Should().BeNull();

    private static AccessKeyGenerations Keys(int generation, string previous) => new(generation, Enum.Parse<PreviousAccessKey>(previous));

    private static ImmutableArray<int> Generations(string text) =>
        [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(digits => int.Parse(digits, CultureInfo.InvariantCulture))];

    private static string? FaultOf(AccessKeyGenerations? before, AccessKeyGenerations after) => Refusal(Before(before), after);

    private static string? Refusal(AccessKeysBefore before, AccessKeyGenerations after) =>
        RotationRules.Fault("deployers.d.accessKey", before, after)?.Allowed;

    private static AccessKeysBefore Before(AccessKeyGenerations? keys) =>
        new(keys?.Existing ?? [], keys?.Existing ?? [], keys?.Active ?? [], null, 0);
}
