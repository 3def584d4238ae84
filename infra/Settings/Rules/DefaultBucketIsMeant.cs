using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>A bucket without a name is SageMaker's default bucket, which is the stack's own account's.</summary>
internal sealed class DefaultBucketIsMeant : Rule<BucketAccess>
{
    /// <inheritdoc/>
    protected override void Check(BucketAccess bucket, SettingsNode at, StackSettings stack)
    {
        if (bucket is { Name: null, DefaultBucket: false })
        {
            at.Key("defaultBucket")!.Report("A bucket has a name, or is the default bucket: leave it out and give a name, or say true");
        }

        if (bucket is { DefaultBucket: true, Account: not null })
        {
            at.Key("account")!.Report("The default bucket is that of the stack's own account: give the name of the other one");
        }
    }
}
