using SageMakerIam.Iam;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>A key of the stack is used by those alone who are named, so that somebody has to be who reads the logs under it.</summary>
internal sealed class LogsUnderAKeyAreRead : Rule<TrailSettings>
{
    /// <inheritdoc/>
    protected override void Check(TrailSettings trail, SettingsNode at, StackSettings stack)
    {
        var isOwn = trail.KmsKey is { } key && Arn.Parse(key) is null;
        if (isOwn && trail.Readers.IsEmpty)
        {
            at.Key("kmsKey")!.Report("Nobody could read the logs: name their readers, who then use the key");
        }

        if (!isOwn && !trail.Readers.IsEmpty)
        {
            at.Key("readers")!.Report("They are named in the policy of a key of keys, and kmsKey names none: leave them out");
        }
    }
}
