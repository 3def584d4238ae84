using System.Collections.Immutable;
using System.Globalization;
using SageMakerIam.Iam;
using SageMakerIam.Iam.Packing;
using SageMakerIam.Plan;
using SageMakerIam.Policies;
using SageMakerIam.Policies.Permissions;
using SageMakerIam.Policies.Resources;
using SageMakerIam.Settings;

namespace SageMakerIam.Tests.Policies.Controls;

/// <summary>Whatever activities and controls are put together, IAM holds them; and what the policies of resources have room for.</summary>
public sealed class QuotaTests
{
    private const string Role = "arn:aws:iam::123456789012:role/churn-role-0123abc";

    private static readonly AssumedBySettings Job = new() { GitHubActions = new() { Repository = "acme/churn", Branch = ["main"] } };

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
            Row("user", "every activity, every control", EachControl.All),
            Row("role", "every activity, no control", ControlledDeployer.WithoutControls with { AssumedBy = Job }),
            Row("role", "every activity, every control", EachControl.AllOfARole with { AssumedBy = Job }),
        ]));
    }

    [Fact]
    public void ThePoliciesOfResources_AreShownWithTheirMargin()
    {
        WrittenPart.ShouldBe("docs/quotas.md", "table of resources", string.Concat(
        [
            "| policy of | with ten | bytes | of | free | each more | room for |\n"
            + "| --- | --- | --- | --- | --- | --- | --- |\n",
            Row("a guarded bucket", "roles and users", ResourcePolicyQuota.Bucket, roles => GuardedBucketPolicy.Document(
                "churn-data",
                new()
                {
                    KmsKey = ControlledDeployer.Key,
                    Adopt = BucketPolicyAdoption.Merge,
                    Endpoints = ["vpce-0123456789abcdef0"],
                    Administrators = [.. Roles(1, "administrator")],
                },
                roles,
                PolicyJudge.Account)),
            Row("a key", "execution roles", ResourcePolicyQuota.Key, roles => Key(new() { Work = roles })),
            Row("a key", "deployers and grants", ResourcePolicyQuota.Key, roles => Key(new() { Callers = roles })),
            Row("a key", "writers of a secret under it", ResourcePolicyQuota.Key, roles => Key(new() { Writers = roles })),
            Row("a managed secret", "readers of this account", ResourcePolicyQuota.Secret, roles =>
                ManagedSecretPolicy.Document(roles, PolicyJudge.Account)),
            Row("a managed secret", "readers of other accounts, which stand in it twice", ResourcePolicyQuota.Secret, roles =>
                ManagedSecretPolicy.Document(roles, PolicyJudge.Account with { AccountId = "210987654321" })),
            Row("a deployer's secret", "readers", ResourcePolicyQuota.Secret, roles => DeployerSecretPolicy.Document(
                roles, PolicyJudge.Account.Regional("secretsmanager", "secret:churn-ci-secret-1234567-123456"))),
            Row("a repository", "accounts that pull", ResourcePolicyQuota.Repository, roles => ImageRepositoryPolicy.Document(
                [.. roles.Select((_, at) => $"{210987654321 + at}")], PolicyJudge.Account)),
            .. new[] { EndpointService.S3, EndpointService.SageMakerApi }.Select(service => Row(
                $"the endpoint of {service.Name()}, for every activity", "buckets", ResourcePolicyQuota.Endpoint,
                names => EndpointPolicy.Document(
                    service,
                    DeployerPolicy.Statements(EachControl.All, [], PolicyJudge.Account),
                    names.Select((_, at) => $"churn-data-{at:D4}"),
                    PolicyJudge.Account))),
        ]));
    }

    private static PolicyDocument Key(KeyUsers users) => KeyPolicy.Document(
        users with { Readers = [.. Roles(1, "reader")], Trail = "audit", LogReaders = [.. Roles(1, "auditor")] }, PolicyJudge.Account);

    private static IEnumerable<string> Roles(int count, string name) => Enumerable.Range(0, count)
        .Select(at => $"arn:aws:iam::123456789012:role/{name}{at.ToString(CultureInfo.InvariantCulture).PadLeft(64 - name.Length, '0')}");

    private static string Row(
        string policyOf, string naming, ResourcePolicyQuota quota, Func<ImmutableArray<string>, PolicyDocument> policy)
    {
        const int ten = 10;
        int Size(int count) => ResourcePolicyQuota.Size(policy([.. Roles(count, "r")]).ToJson());
        var (taken, each) = (Size(ten), Size(ten + 1) - Size(ten));
        var free = quota.MostBytes - taken;
        var more = each == 0 ? "any" : $"{free / each}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {policyOf} | {naming} | {taken:N0} | {quota.MostBytes:N0} | {free:N0} | {each:N0} | {more} |\n");
    }

    private static (string Words, DeployerSettings Deployer) Widest { get; } = (
        from first in MLActivity.All.AsParallel().AsOrdered()
        from second in MLActivity.All
        where string.CompareOrdinal(first.Word, second.Word) < 0
        from one in EachControl.OfPrincipals
        from other in EachControl.OfPrincipals
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
