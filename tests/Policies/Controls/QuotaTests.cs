using System.Globalization;
using SageMakerIam.Iam;
using SageMakerIam.Iam.Packing;
using SageMakerIam.Plan;
using SageMakerIam.Policies;
using SageMakerIam.Policies.Permissions;
using SageMakerIam.Settings;

namespace SageMakerIam.Tests.Policies.Controls;

/// <summary>Whatever activities and controls are put together, IAM holds them.</summary>
public sealed class QuotaTests
{
    private const string Role = "arn:aws:iam::123456789012:role/churn-role-0123abc";

    private static readonly AssumedBySettings Job = new() { GitHubActions = new() { Repository = "acme/churn", Branch = "main" } };

    [Fact]
    public void AnyTwoActivitiesAndTwoControls_FitWhatIamHoldsForAUser() => ManagedPolicies(Widest.Deployer)
        .Should().BeLessThanOrEqualTo(PolicyQuota.User.ManagedPolicies / 2, "it takes {0}", Widest.Words);

    [Fact]
    public void TheWidest_AreShownWithTheirMargin()
    {
        WrittenPart.ShouldBe("docs/quotas.md", "table of quotas", string.Concat(
        [
            "| deployer | of what | characters | managed policies | free |\n| --- | --- | --- | --- | --- |\n",
            Row("user", $"the widest of any two activities and two controls: {Widest.Words}", Widest.Deployer),
            Row("user", "every activity, no control", ControlledDeployer.WithoutControls),
            Row("user", "every activity, every control", ControlsTests.Everything),
            Row("role", "every activity, no control", ControlledDeployer.WithoutControls with { AssumedBy = Job }),
            Row("role", "every activity, every control", ControlsTests.Everything with { AssumedBy = Job, RequireMfa = false }),
        ]));
    }

    private static (string Words, DeployerSettings Deployer) Widest { get; } = (
        from first in MLActivity.All.AsParallel().AsOrdered()
        from second in MLActivity.All
        where string.CompareOrdinal(first.Word, second.Word) < 0
        from one in ControlsTests.Controls
        from other in ControlsTests.Controls
        where string.CompareOrdinal(one.Key, other.Key) < 0
        let deployer = other.Value(one.Value(ControlledDeployer.WithoutControls with { Activities = [first, second] }))
        select (Words: $"`{first.Word}`, `{second.Word}`; {one.Key}, {other.Key}", Deployer: deployer))
        .MaxBy(some => Size(some.Deployer));

    private static int Size(DeployerSettings deployer) => new PolicyDocument(
        DeployerPolicy.Statements(deployer, [new PassedRole(Role, [TrustedService.SageMaker])], PolicyJudge.Account)).Size;

    private static int ManagedPolicies(DeployerSettings deployer) =>
        PlannedPolicies.Of(deployer, ControlledDeployer.Stack, PolicyJudge.Account).Layout.Managed.Length;

    private static string Row(string kind, string what, DeployerSettings deployer)
    {
        var (taken, all) = (ManagedPolicies(deployer), PolicyQuota.User.ManagedPolicies);
        return string.Create(
            CultureInfo.InvariantCulture, $"| {kind} | {what} | {Size(deployer):N0} | {taken} of {all} | {all - taken} |\n");
    }
}
