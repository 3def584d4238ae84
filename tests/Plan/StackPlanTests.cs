using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Plan;
using SageMakerIam.Settings;
using SageMakerIam.Settings.Reading;
using SageMakerIam.Tests.Policies;

namespace SageMakerIam.Tests.Plan;

public class StackPlanTests
{
    [Fact]
    public void Policies_ThatCannotFit_AreReportedWithByHowMuchAndWhatToSplit() =>
        FaultOf(new StackSettings { Deployers = Entry("a", new DeployerSettings { Buckets = Buckets(900) }) })
            .Should().MatchRegex(@"^deployers\.a: its policies take [\d,]+ characters, [\d,]+ more than IAM holds for it: "
                + @"2,048 inline and 10 managed policies of 6,144\. Split it into several entries.*most is taken by S3(List1|Read)");

    [Fact]
    public void ManagedPolicies_ThatAreNamed_LeaveLessForTheRest()
    {
        var role = new ExecutionRoleSettings { Buckets = Buckets(550) };
        Faults(new StackSettings { ExecutionRoles = Entry("a", role) }).Should().BeEmpty();
        var named = role with { ManagedPolicies = ["p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8"] };
        FaultOf(new StackSettings { ExecutionRoles = Entry("a", named) })
            .Should().StartWith("executionRoles.a: its policies take").And.Contain("10,240 inline and 2 managed policies");
    }

    [Theory]
    [InlineData("arn:aws:iam::222222222222:user/u", true)]
    [InlineData("arn:aws:iam::123456789012:user/u", false)]
    public void Grant_IsHeldByARole_UnlessAUserOfThisAccountHoldsIt(string principal, bool fitsInline)
    {
        var grant = new PassRoleGrantSettings { ExecutionRoles = ["a"], Principal = Arn.Parse(principal)!, Buckets = Buckets(60) };
        var plan = StackPlan.Of(new StackSettings { PassRoleGrants = Entry("g", grant) }, PolicyJudge.Account, []);
        plan.PassRoleGrants["g"].Policies.Layout.Managed.IsEmpty.Should().Be(fitsInline);
    }

    [Fact]
    public void AdoptedPolicies_ThatTheSettingsDoNotNeed_AreReported()
    {
        var role = new ExecutionRoleSettings { RoleName = "r", Adopt = new() { Managed = "p" } };
        var deployer = new DeployerSettings { UserName = "u", Adopt = new() { Inline = "p" } };
        Faults(new StackSettings { ExecutionRoles = Entry("a", role), Deployers = Entry("d", deployer) }).Should().Equal(
            "executionRoles.a.adopt.managed: 'p'. The settings fit into an inline policy, and need no managed one: leave it out.",
            "deployers.d.adopt.inline: 'p'. The settings need no inline policy: leave it out.");
    }

    private static ImmutableArray<BucketAccess> Buckets(int count) =>
        [.. Enumerable.Range(0, count)
            .Select(i => new BucketAccess { Name = $"a-bucket-with-a-rather-long-name-{i:D4}", Access = [S3AccessLevel.Read] })];

    private static ImmutableSortedDictionary<string, T> Entry<T>(string name, T settings) =>
        ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal).Add(name, settings);

    private static string FaultOf(StackSettings settings) => Faults(settings).Should().ContainSingle().Which;

    private static List<string> Faults(StackSettings settings)
    {
        var faults = new List<Fault>();
        StackPlan.Of(settings, PolicyJudge.Account, faults);
        return [.. faults.Select(fault => fault.ToString())];
    }
}
