using System.Collections.Concurrent;
using System.Collections.Immutable;
using Rehearsal.Engine;

namespace Rehearsal.Providers.Aws.Calls;

/// <summary>What there is to say of the calls to AWS while they are made.</summary>
internal sealed class AwsCallLog
{
    private readonly ConcurrentQueue<string> remarks = new();
    private readonly ConcurrentDictionary<string, bool> services = new();
    private int reads;
    private int writes;
    private int repeats;

    /// <summary>The calls made until now.</summary>
    public ProviderCalls Calls => new(reads, writes, repeats);

    /// <summary>Counts a call that begins.</summary>
    /// <param name="service">The service, <c>iam</c>.</param>
    /// <param name="command">The API action, <c>CreateRole</c>.</param>
    public void Begin(string service, string command)
    {
        services.TryAdd(service, true);
        Interlocked.Increment(ref AwsCommand.IsRead(command) ? ref reads : ref writes);
    }

    /// <summary>Whether a service was called at all: what was not, holds nothing that was made here.</summary>
    public bool HasCalled(string service) => services.ContainsKey(service);

    /// <summary>Counts the attempts after the first of a call that ends.</summary>
    public void End(int attempts) => Interlocked.Add(ref repeats, attempts - 1);

    /// <summary>Notes what the user should know of a call that went wrong and was got over.</summary>
    public void Remark(string remark) => remarks.Enqueue(remark);

    /// <summary>The remarks since this was last asked for.</summary>
    public ImmutableArray<string> TakeRemarks()
    {
        var taken = ImmutableArray.CreateBuilder<string>();
        while (remarks.TryDequeue(out var remark))
        {
            taken.Add(remark);
        }

        return taken.ToImmutable();
    }
}
