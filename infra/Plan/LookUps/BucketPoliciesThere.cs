using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Pulumi;
using Pulumi.Aws.S3;
using SageMakerIam.Settings;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Plan.LookUps;

/// <summary>
/// The policies that guarded buckets have before the stack puts its own. S3 gives a bucket one policy, and takes another without a word:
/// none is given up that the settings do not give up.
/// </summary>
internal static class BucketPoliciesThere
{
    /// <summary>The policies that stay beside the stack's own, by the buckets' names.</summary>
    /// <param name="settings">The settings of the stack.</param>
    /// <param name="last">What the last update left: a policy that it put is the stack's.</param>
    /// <param name="faults">Where buckets go that are not there, or that have a policy nobody has said anything of.</param>
    public static async Task<ImmutableDictionary<string, JsonNode>> ReadAsync(
        StackSettings settings, LastUpdate last, ICollection<Fault> faults)
    {
        foreach (var gone in last.Entries(LastUpdate.GuardedBucketStatementsKeptOutput).Except(settings.GuardedBuckets.Keys))
        {
            Log.Warn(
                $"guardedBuckets.{gone} is there no more: with it goes the policy of the bucket, and what was kept in it, "
                + $"{Kept(last, gone)}. To have that again, save it before: aws s3api get-bucket-policy --bucket {gone}");
        }

        var read = await Task.WhenAll(settings.GuardedBuckets.Where(bucket => !bucket.Value.Create).Select(bucket =>
            ReadAsync(bucket.Key, bucket.Value, last)));
        foreach (var fault in read.Select(bucket => bucket.Fault).OfType<Fault>())
        {
            faults.Add(fault);
        }

        return read.Where(bucket => bucket.Kept is not null).ToImmutableDictionary(bucket => bucket.Name, bucket => bucket.Kept!);
    }

    private static async Task<(string Name, JsonNode? Kept, Fault? Fault)> ReadAsync(
        string name, GuardedBucketSettings bucket, LastUpdate last)
    {
        var path = $"guardedBuckets.{name}";
        var isGuarded = last.Output(LastUpdate.GuardedBucketArnsOutput, name) is not null || await last.GuardsAsync(name);
        if (bucket.Adopt is null && Kept(last, name) is { } kept)
        {
            return (name, null, new Fault(
                $"{path}.adopt",
                $"nothing, when the policy of the bucket has what adopt: merge kept: {kept}",
                "Say what becomes of it: adopt: merge keeps it, adopt: replace gives it up"));
        }

        if (!isGuarded)
        {
            var lookUp = LookUp.Bucket(path, name);
            var answer = await lookUp.AnswerAsync();
            lookUp.WarnUnlessTold(answer, [path]);
            if (answer == Presence.Absent)
            {
                return (name, null, new Fault(path, $"'{name}', a bucket that is not there", "Correct it, or have it made: create: true"));
            }
        }

        if (bucket.Adopt == BucketPolicyAdoption.Replace || (isGuarded && bucket.Adopt is null))
        {
            return (name, null, null);
        }

        try
        {
            var found = await GetBucketPolicy.InvokeAsync(new GetBucketPolicyArgs { Bucket = name });
            return bucket.Adopt == BucketPolicyAdoption.Merge
                ? (name, JsonNode.Parse(found.Policy), null)
                : (name, null, new Fault(
                    path,
                    $"the bucket '{name}', which has a policy already",
                    "Say what becomes of it: adopt: merge keeps its statements, adopt: replace gives it up"));
        }
        catch (Exception missing) when (LookUp.IsMissing(missing))
        {
            return (name, null, null);
        }
        catch (Exception refused)
        {
            return (name, null, new Fault(
                path,
                $"the bucket '{name}', of which cannot be told whether it has a policy: {refused.Message}",
                "Allow s3:GetBucketPolicy, or give up a policy that it has: adopt: replace"));
        }
    }

    // The statements that are not the stack's, as the last update left them.
    private static string? Kept(LastUpdate last, string bucket) =>
        last.Output(LastUpdate.GuardedBucketStatementsKeptOutput, bucket) as string;
}
