using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using SageMakerIam.Iam;
using SageMakerIam.Policies.Resources;
using SageMakerIam.Settings;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Plan;

/// <summary>Finds guarded buckets whose policies S3 could not hold, with ARNs of roles and users as long as they can get.</summary>
internal static class BucketPolicySizeCheck
{
    private const int LongestName = 64;

    /// <param name="settings">The settings of the stack.</param>
    /// <param name="account">The account that it stands in.</param>
    /// <param name="policiesThere">What is kept of the policies that the buckets have, by their names.</param>
    public static IEnumerable<Fault> Faults(
        StackSettings settings, AwsAccount account, IReadOnlyDictionary<string, JsonNode> policiesThere)
    {
        var (keys, endpoints) = (OwnKeyArns.Unmade(settings, account), OwnEndpointIds.Unmade(settings));
        foreach (var (name, bucket) in settings.GuardedBuckets)
        {
            var users = Enumerable.Range(0, BucketUsers.Of(name, settings, account).Count)
                .Select(user => account.Global("iam", $"role/{user.ToString(CultureInfo.InvariantCulture).PadLeft(LongestName, 'x')}"));
            var own = GuardedBucketPolicy.Document(name, endpoints.In(keys.In(bucket)), users, account);
            var policy = policiesThere.TryGetValue(name, out var there) ? MergedPolicy.Json(own, there) : own.ToJson();
            var size = Encoding.UTF8.GetByteCount(policy);
            if (size > GuardedBucketPolicy.MostBytes)
            {
                yield return new Fault(
                    $"guardedBuckets.{name}",
                    string.Create(CultureInfo.InvariantCulture, $"a policy of {size:N0} bytes"),
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"S3 holds {GuardedBucketPolicy.MostBytes:N0}: name roles by a pattern, or give up the policy that it has"));
            }
        }
    }
}
