using System.Collections.Immutable;
using Pulumi;
using SageMakerIam.Settings;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Plan.Rotation;

/// <summary>
/// Finds, before anything is touched, an update that would lock a deployer out or need a third access key. What counts is the keys that
/// are there: what the last update recorded says only which of them are the stack's.
/// </summary>
internal static class RotationCheck
{
    /// <summary>The deployers that an update to these settings would harm.</summary>
    /// <param name="settings">The settings of the stack.</param>
    /// <param name="last">What the last update left.</param>
    /// <exception cref="RunException">AWS did not say which keys there are.</exception>
    public static async Task<IEnumerable<Fault>> FaultsAsync(StackSettings settings, LastUpdate last) =>
        (await Task.WhenAll(settings.Deployers.Select(deployer => FaultAsync(deployer.Key, deployer.Value, last)))).OfType<Fault>();

    private static async Task<Fault?> FaultAsync(string name, DeployerSettings deployer, LastUpdate last)
    {
        var path = $"deployers.{name}";
        var adopted = deployer is { Adopt: not null, AssumedBy: null } ? deployer.UserName : null;
        var user = last.UserName(name);
        var there = (user ?? adopted) is { } asked ? await UserAccessKeys.OfAsync(name, asked) : [];
        if (there is null && adopted is not null)
        {
            return new Fault(
                $"{path}.userName",
                $"'{user ?? adopted}', a user that is not there",
                "Only a user that is there can be taken over. Correct the name, or take adopt away: "
                + "the user is then made, with a new access key");
        }

        var keys = AccessKeysBefore.Of(
            await last.AccessKeyIdsAsync(name, deployer.Formerly, there?.Keys ?? []), last.UnmadeAccessKey(name), there ?? []);
        if (deployer.AssumedBy is not null)
        {
            return keys.Existing.IsEmpty ? null : new Fault(
                $"{path}.assumedBy",
                $"a role, when the last update left the user '{user}'",
                "Its access keys would be gone at once. "
                + "Add the role as a deployer under another name, move its work over, then remove this one");
        }

        if (!keys.Existing.IsEmpty && deployer.UserName is not null && deployer.UserName != user)
        {
            return new Fault(
                $"{path}.userName",
                $"'{deployer.UserName}', when the last update left '{user}'",
                "A renamed user gets new access keys and loses the old ones at once. "
                + "Add a deployer under another name, hand its key over, then remove this one");
        }

        WarnOfForeign(name, keys);
        return Lost($"{path}.accessKey", deployer.AccessKey.ToGenerations(), keys, isUserThere: there is not null)
            ?? RotationRules.Fault($"{path}.accessKey", keys, deployer.AccessKey.ToGenerations());
    }

    /// <summary>
    /// A key that somebody deleted, since it leaked perhaps, is not made anew under its old generation: a new key has to be handed over,
    /// and whoever asks for it knows.
    /// </summary>
    private static Fault? Lost(string path, AccessKeyGenerations after, AccessKeysBefore before, bool isUserThere)
    {
        var lost = before.Recorded.Except(before.Existing).Intersect(after.Existing).ToImmutableArray();
        if (lost.IsEmpty)
        {
            return null;
        }

        var remedy = before.Existing switch
        {
            [] => $"Set generation: {before.Recorded[^1] + 1}: a new key is made, to be handed over",
            [.., var kept] => $"Set generation: {kept}, which is there, and previous: gone; then rotate",
        };
        return new Fault(
            path,
            $"generation {string.Join(" and ", lost)}, whose key is not there any more{(isUserThere ? "" : ", nor is its user")}",
            $"Whoever works with it is locked out. {remedy}");
    }

    private static void WarnOfForeign(string name, AccessKeysBefore before)
    {
        if (before.Foreign > 0)
        {
            Log.Warn(
                $"The user of deployers.{name} has an access key that this stack did not make. "
                + "When nobody uses it any more, delete it: aws iam list-access-keys, get-access-key-last-used, delete-access-key.");
        }
    }
}
