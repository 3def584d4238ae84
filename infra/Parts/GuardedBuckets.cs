using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Pulumi;
using SageMakerIam.Components;
using SageMakerIam.Plan;
using SageMakerIam.Settings;

namespace SageMakerIam.Parts;

/// <summary>The guarded buckets of a stack.</summary>
internal sealed class GuardedBuckets
{
    private readonly ImmutableSortedDictionary<string, GuardedBucket> made;

    /// <summary>Makes what guards them.</summary>
    /// <param name="plan">The plan of the stack.</param>
    /// <param name="users">The ARNs of those who use a bucket.</param>
    /// <param name="keyArns">The ARNs of the stack's keys.</param>
    /// <param name="endpointIds">The ids of its endpoints of S3.</param>
    /// <param name="policiesThere">What is kept of the policies that the buckets have, by the buckets' names.</param>
    public GuardedBuckets(
        StackPlan plan,
        Func<BucketUsers, IEnumerable<Output<string>>> users,
        Output<OwnKeyArns> keyArns,
        Output<OwnEndpointIds> endpointIds,
        IReadOnlyDictionary<string, JsonNode>? policiesThere) =>
        made = plan.Settings.GuardedBuckets.ToImmutableSortedDictionary(
            bucket => bucket.Key,
            bucket => new GuardedBucket(bucket.Key, new GuardedBucketArgs
            {
                Settings = bucket.Value,
                UserArns = users(BucketUsers.Of(bucket.Key, plan.Settings, plan.Account)).ToArray(),
                KeyArns = keyArns,
                EndpointIds = endpointIds,
                PolicyThere = policiesThere?.GetValueOrDefault(bucket.Key),
                Account = plan.Account,
            }),
            StringComparer.Ordinal);

    /// <summary>Adds what the stack's outputs say of them, where there are any.</summary>
    public void AddTo(StackOutputs outputs)
    {
        if (!made.IsEmpty)
        {
            outputs.Add(LastUpdate.GuardedBucketArnsOutput, made, bucket => bucket.BucketArn);
            outputs.Add(LastUpdate.GuardedBucketStatementsKeptOutput, made, bucket => bucket.StatementsKept);
        }
    }
}
