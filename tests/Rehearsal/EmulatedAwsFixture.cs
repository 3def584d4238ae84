using System.Globalization;
using Rehearsal.Aws;
using Rehearsal.Emulation;
using Rehearsal.Node;

namespace SageMakerIam.Tests.Rehearsal;

/// <summary>One emulated AWS for all tests of the rehearsal; each test has an account of its own in it.</summary>
public sealed class EmulatedAwsFixture : IAsyncLifetime
{
    private readonly NodeProcess node = NodeProcess.Start();
    private MotoServer? server;
    private long lastAccount = 100_000_000_000;

    internal Uri Endpoint => server!.Endpoint;

    internal NodeProcess Node => node;

    /// <summary>A stack in an account that nothing else works in.</summary>
    internal ScriptedStack NewStack(params (string Key, string Value)[] config) => NewStack(Endpoint, config);

    /// <summary>A stack in another emulated AWS.</summary>
    internal ScriptedStack NewStack(Uri endpoint, params (string Key, string Value)[] config) => new(
        new EmulatedAws(new AwsConnection(node, endpoint)),
        Interlocked.Increment(ref lastAccount).ToString(CultureInfo.InvariantCulture),
        config);

    public async Task InitializeAsync() => server = await MotoServer.StartAsync(hasAwsPolicies: false);

    public async Task DisposeAsync()
    {
        await server!.DisposeAsync();
        await node.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public class EmulatedAwsTests : ICollectionFixture<EmulatedAwsFixture>
{
    public const string Name = "Emulated AWS";
}
