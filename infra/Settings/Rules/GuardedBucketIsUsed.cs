using SageMakerIam.Iam;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>Somebody may use the data of a guarded bucket.</summary>
internal sealed class GuardedBucketIsUsed : AccountRule<GuardedBucketSettings>
{
    /// <inheritdoc/>
    protected override void Check(GuardedBucketSettings bucket, SettingsNode at, StackSettings stack, AwsAccount account)
    {
        if (bucket.Principals.IsEmpty && BucketUsers.Of(at.EntryKey, stack, account).IsNone)
        {
            at.Report(
                $"the bucket '{at.EntryKey}'",
                "No entry's buckets name it, and it has no principals, so that nobody could use what is in it");
        }
    }
}
