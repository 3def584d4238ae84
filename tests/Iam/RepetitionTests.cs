using SageMakerIam.Iam;

namespace SageMakerIam.Tests.Iam;

public class RepetitionTests
{
    [Theory]
    [InlineData("a/*", "a/b/*", true)]
    [InlineData("a/*", "a/*", true)]
    [InlineData("*", "a", true)]
    [InlineData("a*c", "abbc", true)]
    [InlineData("a*c*", "acc", true)]
    [InlineData("a?", "ab", true)]
    [InlineData("a?", "a?", true)]
    [InlineData("a?", "a*", false)]
    [InlineData("a/b/*", "a/*", false)]
    [InlineData("ab", "a*", false)]
    [InlineData("a*c", "a*", false)]
    [InlineData("a", "ab", false)]
    public void Pattern_CoversAnother_WhereItMatchesAllOfIt(string pattern, string other, bool covers) =>
        Repetition.Covers(pattern, other).Should().Be(covers);

    [Fact]
    public void ActionThatTheFirstAllows_GoesFromTheSecond() =>
        Removed(Allow("Pull", "ecr:Get ecr:Check", "x"), Allow("Push", "ecr:Get ecr:Put", "x")).Should().Equal(
            "Pull: ecr:Get ecr:Check on x", "Push: ecr:Put on x");

    [Fact]
    public void ActionThatIsRepeatedForAPartOfTheResources_KeepsTheRest() =>
        Removed(Allow("Pull", "ecr:Get", "x"), Allow("Push", "ecr:Get ecr:Put", "x", "y")).Should().Equal(
            "Pull: ecr:Get on x", "Push: ecr:Get on y", "PushPart2: ecr:Put on x y");

    [Fact]
    public void WiderStatement_Wins_WhereverItStands() =>
        Removed(Allow("Narrow", "s3:Get", "a/b/*"), Allow("Wide", "s3:Get", "a/*", "a/c/*")).Should().Equal("Wide: s3:Get on a/*");

    [Fact]
    public void StatementWithAnotherCondition_Stays()
    {
        var limited = Allow("Limited", "s3:List", "b") with { Conditions = [Condition.StringLike("s3:prefix", "train/*")] };
        Removed(limited, limited with { Sid = "Other", Conditions = [Condition.StringLike("s3:prefix", "models/*")] })
            .Should().HaveCount(2);
        Removed(limited, limited with { Sid = "Nested", Conditions = [Condition.StringLike("s3:prefix", "train/a/*")] })
            .Should().HaveCount(1);
        Removed(limited, Allow("Unlimited", "s3:List", "b")).Should().Equal("Unlimited: s3:List on b");
    }

    private static IEnumerable<string> Removed(params Statement[] statements) => Repetition.Removed(statements)
        .Select(statement => $"{statement.Sid}: {string.Join(' ', statement.Actions)} on {string.Join(' ', statement.Resources)}");

    private static Statement Allow(string sid, string actions, params string[] resources) =>
        new() { Sid = sid, Actions = [.. actions.Split(' ')], Resources = [.. resources] };
}
