using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rehearsal.Aws;

/// <summary>
/// Looks at the access keys of a user after each call that changes them, in the account itself (ListAccessKeys): the
/// emulator lets inactive keys work, so that a call made with one would prove nothing.
/// </summary>
/// <param name="connection">The connection to the emulator; the calls are none of the stack's and are not counted with them.</param>
internal sealed class AccessKeyWatch(AwsConnection connection)
{
    private static readonly ImmutableHashSet<string> Changes = ["CreateAccessKey", "UpdateAccessKey", "DeleteAccessKey", "DeleteUser"];

    private readonly ConcurrentQueue<AccessKeySighting> sightings = new();

    /// <summary>What was seen since this was last asked for, in the order of the calls.</summary>
    public ImmutableArray<AccessKeySighting> Take()
    {
        var taken = ImmutableArray.CreateBuilder<AccessKeySighting>();
        while (sightings.TryDequeue(out var sighting))
        {
            taken.Add(sighting);
        }

        return taken.ToImmutable();
    }

    /// <summary>Looks, if the call was one that changes access keys.</summary>
    public async Task LookAsync(AwsTarget target, string call, object input)
    {
        if (!Changes.Contains(call))
        {
            return;
        }

        var user = JsonSerializer.SerializeToNode(input)!["UserName"]!.ToString();
        if (call == "DeleteUser")
        {
            sightings.Enqueue(new AccessKeySighting(user, call, null, 0));
            return;
        }

        var statuses = (await KeysAsync(target, user).ConfigureAwait(false)).Select(key => (string?)key!["Status"]).ToList();
        var active = statuses.Count(status => status == "Active");
        sightings.Enqueue(new AccessKeySighting(user, call, active, statuses.Count - active));
    }

    /// <summary>The ids of a user's keys.</summary>
    public async Task<ImmutableHashSet<string>> IdsAsync(AwsTarget target, string user) =>
        [.. (await KeysAsync(target, user).ConfigureAwait(false)).Select(key => (string)key!["AccessKeyId"]!)];

    private async Task<JsonArray> KeysAsync(AwsTarget target, string user)
    {
        var answer = await connection.CallAsync("iam", "ListAccessKeys", new { UserName = user }, target).ConfigureAwait(false);
        return answer.Output["AccessKeyMetadata"]!.AsArray();
    }
}
