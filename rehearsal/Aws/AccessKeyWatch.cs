using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;

namespace Rehearsal.Aws;

/// <summary>
/// Looks at the access keys of a user after each call that changes them, in the account itself (ListAccessKeys): the
/// emulator lets inactive keys work, so that a call made with one would prove nothing.
/// </summary>
/// <param name="connection">A connection whose calls are none of the stack's.</param>
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

        var answer = await connection.CallAsync("iam", "ListAccessKeys", new { UserName = user }, target.Region, target.Account).ConfigureAwait(false);
        var statuses = answer["AccessKeyMetadata"]!.AsArray().Select(key => (string?)key!["Status"]).ToList();
        var active = statuses.Count(status => status == "Active");
        sightings.Enqueue(new AccessKeySighting(user, call, active, statuses.Count - active));
    }
}
