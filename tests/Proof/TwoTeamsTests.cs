using Proof;
using Proof.Contracts;
using SageMakerIam.Settings;
using SageMakerIam.Tests.Settings;

namespace SageMakerIam.Tests.Proof;

/// <summary>
/// Two teams with all activities in one account: what they share is what AWS cannot tell apart. That neither may do anything else to the
/// other, the contract says of each of them, and its rehearsal proves.
/// </summary>
public sealed class TwoTeamsTests
{
    private const string Example = "examples/two-teams";

    private static readonly AccessContract Contract =
        AccessContract.Read(Path.Combine(RepositoryFolder.Path, $"{Example}.access.yaml"));

    [Theory]
    [InlineData("red")]
    [InlineData("blue")]
    public void Team_HasEveryActivity(string team)
    {
        var (stack, _) = StackOfFile.Read($"{Example}.yaml");
        stack.Deployers.Values.Cast<ScopeSettings>().Concat(stack.ExecutionRoles.Values)
            .Where(scope => ((IOfATeam)scope).Team == team)
            .SelectMany(scope => scope.Activities).Distinct()
            .Should().BeEquivalentTo(MLActivity.All);
    }

    [Theory]
    [InlineData("red")]
    [InlineData("blue")]
    public void Team_MayDoNothingOfTheOthers(string team) => Contract.Principals.Where(principal => principal.Team == team)
        .Should().HaveCountGreaterThan(10).And.OnlyContain(principal => principal.MayNot.OfType<TeamEntry>().Any());

    [Fact]
    public void Teams_ShareWhatAwsCannotTellApart_AndNothingElse()
    {
        var shared = Shared();
        shared.Where(reach => reach.Reason is null).Select(reach => $"{reach.Action}: {reach.Why}").Should().BeEmpty();
        WrittenPart.ShouldBe("docs/teams.md", "table of what teams share", string.Concat(
        [
            "| what | on what | why AWS cannot tell | what comes of it |\n| --- | --- | --- | --- |\n",
            .. shared.GroupBy(reach => reach.Reason!).OrderBy(group => group.First().Action, StringComparer.Ordinal).Select(group =>
                $"| {Code(group.Select(reach => reach.Action))} | {Code(group.Key.Resources)} "
                + $"| [{group.Key.Why}]({group.Key.Source}) | {group.Key.Worst} |\n"),
        ]));
    }

    [Fact]
    public void EveryReason_IsOfSomethingThatTeamsShare()
    {
        // What no team of the example does: a VPC of both for processing jobs, and MLflow without a bucket.
        var elsewhere = SharedReason.All.Where(reason => reason.Worst.Contains("in the subnet of both", StringComparison.Ordinal)
            || reason.Actions.Contains("s3:ListAllMyBuckets"));
        Shared().Select(reach => reach.Reason).Distinct().Should().BeEquivalentTo(SharedReason.All.Except(elsewhere));
    }

    private static IReadOnlyList<SharedReach> Shared()
    {
        var builder = new RowBuilder(ResolvedContract.Of(Contract, SmallStack.Place, new AuthorizationDetails(), null));
        builder.Build();
        return builder.Shared;
    }

    private static string Code(IEnumerable<string> words) => string.Join(", ", words.Select(word => $"`{word}`"));
}
