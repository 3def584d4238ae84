using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Plan;
using SageMakerIam.Policies;
using SageMakerIam.Policies.Permissions;
using SageMakerIam.Policies.Resources;
using SageMakerIam.Settings;

namespace SageMakerIam.Tests.Policies.Controls;

/// <summary>All policies by which a request of a stack's deployer or role is decided, each by what it is the policy of.</summary>
internal sealed class PolicyLayers
{
    private const string Deployer = "deployer";

    private static readonly AwsAccount Account = PolicyJudge.Account;

    private readonly Dictionary<string, Layer> layers;

    private PolicyLayers(IEnumerable<(string Of, IEnumerable<Statement> Statements)> policies) => layers = policies.ToDictionary(
        policy => policy.Of, policy => new Layer([.. policy.Statements.Select(statement => new Weighed(statement))]));

    /// <summary>Those of a stack.</summary>
    public static PolicyLayers Of(StackSettings stack)
    {
        var keys = OwnKeyArns.Unmade(stack, Account);
        var (ci, churn) = (stack.Deployers["ci"], stack.ExecutionRoles["churn"]);
        var (user, role) = (Account.Global("iam", "user/ci"), Account.Global("iam", "role/churn"));
        var ofDeployer = DeployerPolicy.Statements(keys.In(ci), [new PassedRole(role, [TrustedService.SageMaker])], Account);
        var ofRole = ExecutionRolePolicy.Statements("churn", keys.In(churn), role, [], Account);
        IEnumerable<(string, PolicyDocument)> others =
        [
            .. PlannedBoundaries.Of(stack, Account, []).Select(boundary => ($"boundary of {boundary.Key}", boundary.Value(keys))),
            .. PlannedEndpoints.Of(stack, Account, [.. ofRole, .. ofDeployer])
                .SelectMany(endpoints => endpoints.Value.Select(endpoint => ($"endpoint of {endpoint.Key}", endpoint.Value))),
            .. stack.GuardedBuckets.Select(bucket => ($"bucket {bucket.Key}", GuardedBucketPolicy.Document(
                bucket.Key, keys.In(bucket.Value), [role, user], Account))),
            .. stack.Keys.Keys.Select(key => ($"key {key}", KeyPolicy.Document(
                KeyUsers.Of(KeyEntries.Of(key, stack), [role], [user], []), Account))),
            .. stack.ManagedSecrets.Keys.Select(secret => ($"secret {secret}", ManagedSecretPolicy.Document([role], Account))),
            .. stack.Repositories.Select(repository => ($"repository {repository.Key}", ImageRepositoryPolicy.Document(
                repository.Value.PullFrom, Account))),
        ];
        if (stack.Trail is { } trail)
        {
            others = others.Append(("bucket of the logs", TrailBucketPolicy.Document(trail.Bucket, trail.Name, Account)));
        }

        return new(
        [
            (Deployer, ofDeployer), ("role", ofRole),
            .. others.Select(policy => (policy.Item1, policy.Item2.Statements.AsEnumerable())),
        ]);
    }

    /// <summary>What two controls together take away that neither does alone.</summary>
    /// <param name="without">The policies without either.</param>
    /// <param name="one">Those with the one.</param>
    /// <param name="other">Those with the other.</param>
    /// <param name="both">Those with both.</param>
    public static IEnumerable<string> Lost(PolicyLayers without, PolicyLayers one, PolicyLayers other, PolicyLayers both)
    {
        var (ofOne, ofOther) = (one.ConditionsBeyond(without), other.ConditionsBeyond(without));
        foreach (var (of, layer) in both.layers)
        {
            foreach (var denial in layer.Denials.Where(denial => !one.In(of).Denies(denial) && !other.In(of).Denies(denial)))
            {
                yield return $"the policy of the {of} denies by {denial}";
            }

            // What one of them is there to take out of an allowance, both do, and so does a boundary, which holds what is allowed.
            var whose = of is "boundary of Deployers" ? Deployer : of;
            bool IsLeft(Weighed held, PolicyLayers by, ImmutableHashSet<string> further) =>
                by.In(whose).Allows(held, further) || !without.In(whose).Allows(held, []);
            foreach (var held in one.In(of).Allowances.Where(held => !layer.Allows(held, ofOther) && IsLeft(held, other, ofOther))
                .Concat(other.In(of).Allowances.Where(held => !layer.Allows(held, ofOne) && IsLeft(held, one, ofOne))))
            {
                yield return $"the policy of the {of} does not allow {held}";
            }
        }

        foreach (var of in one.layers.Keys.Union(other.layers.Keys).Except(both.layers.Keys))
        {
            yield return $"the {of} has no policy";
        }
    }

    /// <summary>What a control denies the deployer, and no longer beside another.</summary>
    /// <param name="one">The policies with the control.</param>
    /// <param name="both">Those with the other as well.</param>
    public static IEnumerable<string> Loosened(PolicyLayers one, PolicyLayers both) =>
        one.In(Deployer).Denials.Where(denial => !both.In(Deployer).Denies(denial))
            .Select(denial => $"the policy of the {Deployer} no longer denies by {denial}");

    private Layer In(string of) => layers.GetValueOrDefault(of, Layer.None);

    // What a control demands of all that is allowed.
    private ImmutableHashSet<string> ConditionsBeyond(PolicyLayers without)
    {
        var known = without.In(Deployer).Allowances.SelectMany(statement => statement.Conditions).ToHashSet();
        return [.. In(Deployer).Allowances.SelectMany(statement => statement.Conditions).Except(known)];
    }

    /// <summary>One policy.</summary>
    private sealed class Layer(ImmutableArray<Weighed> statements)
    {
        private readonly ILookup<string, Weighed> byWhatTheyAreOn = statements.ToLookup(statement => statement.On);

        public static Layer None { get; } = new([]);

        public ImmutableArray<Weighed> Allowances { get; } = [.. statements.Where(statement => !statement.Denies)];

        public ImmutableArray<Weighed> Denials { get; } = [.. statements.Where(statement => statement.Denies)];

        // With more conditions, less is denied.
        public bool Denies(Weighed denial)
        {
            bool Is(Weighed known) => known.Denies && known.Conditions.IsSubsetOf(denial.Conditions);
            return byWhatTheyAreOn[denial.On].Any(Is) || denial.IsAmong(Denials.Where(Is));
        }

        /// <summary>Whether all of a statement is allowed, under its own conditions and further ones at most.</summary>
        public bool Allows(Weighed held, ImmutableHashSet<string> further)
        {
            var conditions = held.Conditions.Union(further);
            bool Is(Weighed left) => !left.Denies && left.Conditions.IsSubsetOf(conditions);
            return byWhatTheyAreOn[held.On].Any(Is) || held.IsAmong(Allowances.Where(Is));
        }
    }

    private sealed record Weighed(Statement Statement)
    {
        public bool Denies => Statement.Effect == Effect.Deny;

        public ImmutableHashSet<string> Conditions { get; } = [.. Statement.Conditions.Select(condition =>
            $"{condition.Operator} {condition.Key} {string.Join(' ', condition.Values)}")];

        public string On { get; } = $"{string.Join(' ', Statement.Actions)} on {string.Join(' ', Statement.Resources)}";

        /// <summary>Whether each of its actions on each of its resources is in one of these.</summary>
        public bool IsAmong(IEnumerable<Weighed> others)
        {
            var known = others.ToList();
            return Statement.Actions.All(action => Statement.Resources.All(resource => known.Any(other =>
                other.Statement.Actions.Any(pattern => Repetition.Covers(pattern, action))
                && other.Statement.Resources.Any(pattern => Repetition.Covers(pattern, resource)))));
        }

        public override string ToString() => $"{Statement.Sid}: {On}";
    }
}
