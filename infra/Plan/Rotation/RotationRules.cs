using SageMakerIam.Settings;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Plan.Rotation;

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
    /// <param name="before">The keys that the user has.</param>
    /// <param name="after">The keys that the settings ask for.</param>
    public static Fault? Fault(string path, AccessKeysBefore before, AccessKeyGenerations after)
    {
        var found = $"{Words(after)}, when the last update left {Left(before)}";
        if (!before.Active.IsEmpty && !before.Active.Intersect(after.Active).Any())
        {
            return new Fault(
                path,
                found,
                "It drops the only active key, and locks out whoever works with it. "
                + $"First keep it beside the new one: {Words(new(before.Active[^1] + 1, PreviousAccessKey.Active))}");
        }

        if (!before.Existing.IsEmpty)
        {
            var newest = before.Recorded[^1];
            foreach (var gone in after.Existing.Except(before.Recorded).Where(
                generation => generation != before.Unmade && generation < Math.Max(newest, after.Current)))
            {
                return new Fault(
                    path, found, $"The key of generation {gone} is gone for good. For a new key raise the generation to {newest + 1}");
            }
        }

        var made = after.Existing.Except(before.Existing).Count();
        if (made > 0 && before.Existing.Length + before.Foreign + made > KeysPerUser)
        {
            return new Fault(path, found, $"It needs a third key, and IAM holds {KeysPerUser} a user" + (before.Foreign == 0
                ? $". First retire the older one: {Words(new(before.Existing[^1], PreviousAccessKey.Gone))}"
                : $", who has {before.Foreign} not made by this stack. First delete one that nobody uses: "
                    + "aws iam list-access-keys, get-access-key-last-used, delete-access-key"));
        }

        return null;
    }

    private static string Left(AccessKeysBefore before) => before.Existing switch
    {
        [] => "no key of the stack",
        [var only] => Words(new(only, PreviousAccessKey.Gone)),
        [var previous, .., var current] => Words(
            new(current, before.Active.Contains(previous) ? PreviousAccessKey.Active : PreviousAccessKey.Inactive)),
    };

    private static string Words(AccessKeyGenerations keys) =>
        $"generation: {keys.Current}, previous: {Vocabulary.Word(keys.Previous)}";
}
