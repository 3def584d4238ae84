using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Testing;

namespace SageMakerIam.Tests.Sdk;

/// <summary>Gives each resource an id, an ARN and its inputs back, and keeps what it was asked.</summary>
internal sealed class RecordingMocks : IMocks
{
    public ConcurrentQueue<MockResourceArgs> Resources { get; } = [];

    public ConcurrentQueue<MockCallArgs> Calls { get; } = [];

    /// <summary>What a resource answers beside its inputs.</summary>
    public Func<MockResourceArgs, ImmutableDictionary<string, object>> State { get; init; } =
        args => ImmutableDictionary<string, object>.Empty.Add("arn", $"arn:aws:test:::{args.Name}");

    /// <summary>What a function answers.</summary>
    public ImmutableDictionary<string, object> Result { get; init; } = ImmutableDictionary<string, object>.Empty;

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        Resources.Enqueue(args);
        return Task.FromResult<(string?, object)>(($"{args.Name}-id", args.Inputs.SetItems(State(args))));
    }

    public Task<object> CallAsync(MockCallArgs args)
    {
        Calls.Enqueue(args);
        return Task.FromResult<object>(Result);
    }
}
