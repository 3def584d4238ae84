using SageMakerIam.Settings;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Rotation;

/// <summary>
/// What an update may do with the access keys of a deployer. New keys are made before old ones are deleted, so that
/// only the step from one set of keys to the next can do harm.
/// </summary>
internal static class RotationRules
{
    /// <remarks>IAM User Guide, "IAM and AWS STS quotas".</remarks>
    private const int KeysPerUser = 2;

    /// <summary>What is wrong with a step; null if nobody is locked out and no third key is needed.</summary>
    /// <param name="path">Where the deployer's access keys stand in the configuration.</param>
    /// <param name="before">The keys as the last update left them; null if it left none.</param>
    /// <param name="after">The keys that the settings ask for.</param>
    /// <param name="foreignKeys">How many keys the user has that are not the stack's.</param>
    public static Fault? Fault(string path, AccessKeyGenerations? before, AccessKeyGenerations after, int foreignKeys)
    {
        var existing = before?.Existing ?? [];
        var made = after.Existing.Except(existing).ToList();
        var found = $"{Words(after)}, when the last update left {(before is null ? "no key of the stack" : Words(before))}";
        if (before is not null && !before.Active.Intersect(after.Active).Any())
        {
            return new Fault(path, found, $"It drops the only active key, and locks out whoever works with it. First keep it beside the new one: {Words(new(before.Current + 1, PreviousAccessKey.Active))}");
        }

        if (before is not null && made.Exists(generation => generation < Math.Max(before.Current, after.Current)))
        {
            return new Fault(path, found, $"The key of generation {made[0]} is gone for good. For a new key raise the generation to {before.Current + 1}");
        }

        if (made.Count > 0 && existing.Length + foreignKeys + made.Count > KeysPerUser)
        {
            return new Fault(path, found, foreignKeys == 0
                ? $"It needs a third key, and IAM holds {KeysPerUser} a user. First retire the older one: {Words(new(before!.Current, PreviousAccessKey.Gone))}"
                : $"It needs a third key, and IAM holds {KeysPerUser} a user, who has {foreignKeys} not made by this stack. First delete one that nobody uses: aws iam list-access-keys, get-access-key-last-used, delete-access-key");
        }

        return null;
    }

    private static string Words(AccessKeyGenerations keys) =>
        $"generation: {keys.Current}, previous: {Vocabulary.Word(keys.Previous)}";
}
