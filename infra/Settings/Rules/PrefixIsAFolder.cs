using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>A prefix ends where a folder does, or says that it does not.</summary>
internal sealed class PrefixIsAFolder : Rule<BucketAccess>
{
    /// <inheritdoc/>
    protected override void Check(BucketAccess bucket, SettingsNode at, StackSettings stack)
    {
        var endsLikeOne = bucket.Prefix.Length == 0 || bucket.Prefix.EndsWith('/');
        if (!endsLikeOne && !bucket.PrefixIsNotAFolder)
        {
            at.Key("prefix")!.Report(
                $"It is '{bucket.Prefix}-anything/' as well: end it with '/', or say prefixIsNotAFolder: true");
        }

        if (endsLikeOne && bucket.PrefixIsNotAFolder)
        {
            at.Key("prefixIsNotAFolder")!.Report("The prefix is a folder, or the whole bucket: leave it out");
        }
    }
}
