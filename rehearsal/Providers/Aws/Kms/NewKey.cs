using System.Collections.Concurrent;
using System.Collections.Immutable;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws.Kms;

/// <summary>
/// The making of a key, whose id KMS chooses: where the answer is lost, the account has one more than before, and that is it.
/// </summary>
internal static class NewKey
{
    // What an account has before and after a call tells what the call made, if no other is made meanwhile.
    private static readonly ConcurrentDictionary<(string Account, string Region), SemaphoreSlim> Turns = new();

    /// <summary>Makes a key; answers its id.</summary>
    /// <param name="aws">A client of the account.</param>
    /// <param name="request">The request of CreateKey.</param>
    /// <exception cref="AwsException">AWS refused, or does not answer.</exception>
    public static async Task<string> MakeAsync(AwsClient aws, object request)
    {
        var turn = Turns.GetOrAdd((aws.Target.Account, aws.Target.Region), _ => new SemaphoreSlim(1));
        await turn.WaitAsync().ConfigureAwait(false);
        try
        {
            var before = await IdsAsync(aws).ConfigureAwait(false);
            return await LostAnswer.OnceAsync(
                async () => (string)(await aws.KmsAsync("CreateKey", request, once: true).ConfigureAwait(false))["KeyMetadata"]!["KeyId"]!,
                async () => (await IdsAsync(aws).ConfigureAwait(false)).Except(before).SingleOrDefault()).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    private static async Task<ImmutableHashSet<string>> IdsAsync(AwsClient aws)
    {
        var listed = await aws.KmsAsync("ListKeys", new { }).ConfigureAwait(false);
        return [.. listed["Keys"]!.AsArray().Select(key => (string)key!["KeyId"]!)];
    }
}
