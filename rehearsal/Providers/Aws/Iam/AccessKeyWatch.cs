using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws.Iam;

/// <summary>
/// Looks at the access keys of a user after each call that changes them, in the account itself (ListAccessKeys): the
/// emulator lets inactive keys work, so that a call made with one would prove nothing.
/// </summary>
/// <param name="connection">The connection to the emulator; the calls are none of the stack's and are not counted with them.</param>
internal sealed class AccessKeyWatch(AwsConnection connection) : ICallWatch
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
    /// <inheritdoc/>
    public async Task LookAsync(AwsTarget target, string command, object input)
    {
        if (!Changes.Contains(command))
        {
            return;
        }

        var user = JsonSerializer.SerializeToNode(input)!["UserName"]!.ToString();
        if (command == "DeleteUser")
        {
            sightings.Enqueue(new AccessKeySighting(user, command, null, 0));
            return;
        }

        var answer = await connection.CallAsync("iam", "ListAccessKeys", new { UserName = user }, target).ConfigureAwait(false);
        var statuses = answer.Output["AccessKeyMetadata"]!.AsArray().Select(key => (string?)key!["Status"]).ToList();
        var active = statuses.Count(status => status == "Active");
        sightings.Enqueue(new AccessKeySighting(user, command, active, statuses.Count - active));
    }
}
