using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>Somebody may look up a guarded bucket that the stack makes, as Pulumi does before each update.</summary>
/// <remarks>Amazon S3 API Reference, HeadBucket: it needs s3:ListBucket.</remarks>
internal sealed class MadeBucketIsLookedUp : Rule<GuardedBucketSettings>
{
    /// <inheritdoc/>
    protected override void Check(GuardedBucketSettings bucket, SettingsNode at, StackSettings stack)
    {
        if (bucket.Create && bucket.Administrators.IsEmpty)
        {
            at.Key("create")!.Report(
                "Pulumi looks up what it has made, and the policy of this bucket would lock it out: "
                + "name as administrators the roles and users that it runs as");
        }
    }
}
