using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>A trail writes into a bucket that is nothing else, and whose own events are not recorded in it.</summary>
/// <remarks>AWS CloudTrail User Guide, "Security best practices in AWS CloudTrail": each log would be an event that makes a log.</remarks>
internal sealed class TrailHasABucketOfItsOwn : Rule<TrailSettings>
{
    /// <inheritdoc/>
    protected override void Check(TrailSettings trail, SettingsNode at, StackSettings stack)
    {
        if (stack.GuardedBuckets.ContainsKey(trail.Bucket))
        {
            at.Key("bucket")!.Report("guardedBuckets has it: the trail needs a bucket of its own");
        }

        if (trail.DataOf.Contains(trail.Bucket))
        {
            at.Key("dataOf")!.Report("The trail writes into one of them, and each log would make another event: leave it out");
        }
    }
}
