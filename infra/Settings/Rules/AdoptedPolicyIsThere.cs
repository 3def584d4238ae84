using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>A bucket that the stack makes has no policy yet.</summary>
internal sealed class AdoptedPolicyIsThere : Rule<GuardedBucketSettings>
{
    /// <inheritdoc/>
    protected override void Check(GuardedBucketSettings bucket, SettingsNode at, StackSettings stack)
    {
        if (bucket is { Create: true, Adopt: not null })
        {
            at.Key("adopt")!.Report("The stack makes the bucket, which has no policy then: leave it out");
        }
    }
}
