using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws.Iam;

/// <summary>
/// The making of an access key. AWS chooses its id and tells its secret once: where the answer is lost, the user has a key whose
/// secret nobody knows. That key is deleted, which is said, and another one made; the SDK would make the other and leave it.
/// </summary>
internal static class NewAccessKey
{
    // What a user has before and after a call tells what the call made, if no other is made meanwhile.
    private static readonly ConcurrentDictionary<(string Account, string User), SemaphoreSlim> Turns = new();

    /// <summary>Makes an access key of a user; answers it as CreateAccessKey does.</summary>
    /// <exception cref="AwsException">AWS refused, or does not answer.</exception>
    public static async Task<JsonNode> MakeAsync(AwsClient aws, string user)
    {
        ArgumentNullException.ThrowIfNull(aws);
        var turn = Turns.GetOrAdd((aws.Target.Account, user), _ => new SemaphoreSlim(1));
        await turn.WaitAsync().ConfigureAwait(false);
        try
        {
            var before = await IdsAsync(aws, user).ConfigureAwait(false);
            var made = await LostAnswer.OnceAsync(
                () => aws.IamAsync("CreateAccessKey", new { UserName = user }, once: true),
                async () =>
                {
                    await DeleteLostAsync(aws, user, before).ConfigureAwait(false);
                    return null;
                }).ConfigureAwait(false);
            return made["AccessKey"]!;
        }
        finally
        {
            turn.Release();
        }
    }

    private static async Task DeleteLostAsync(AwsClient aws, string user, IReadOnlySet<string> before)
    {
        try
        {
            foreach (var id in (await IdsAsync(aws, user).ConfigureAwait(false)).Except(before))
            {
                await aws.IamAsync("DeleteAccessKey", new { UserName = user, AccessKeyId = id }).ConfigureAwait(false);
                aws.Remark(
                    $"CreateAccessKey made {id} for {user}, and its answer with the secret was lost: "
                    + "that key is deleted, and another one made.");
            }
        }
        catch (AwsException failed)
        {
            throw new AwsException(
                "LostAnswer",
                $"CreateAccessKey got no answer, and {user} may have an access key now whose secret nobody knows: {failed.Message}. "
                + "Look for it with ListAccessKeys, and delete it");
        }
    }

    private static async Task<ImmutableHashSet<string>> IdsAsync(AwsClient aws, string user)
    {
        var answer = await aws.LookIntoIamAsync("ListAccessKeys", new { UserName = user }).ConfigureAwait(false);
        return [.. answer["AccessKeyMetadata"]!.AsArray().Select(key => (string)key!["AccessKeyId"]!)];
    }
}
