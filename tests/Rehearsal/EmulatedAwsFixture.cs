using System.Globalization;
using Rehearsal.Emulation;
using Rehearsal.Providers.Aws;
using Rehearsal.Providers.Aws.Calls;

namespace SageMakerIam.Tests.Rehearsal;

/// <summary>The emulated AWS of all tests; each has an account of its own in it. It ends with the process of the tests.</summary>
public sealed class EmulatedAwsFixture : IAsyncLifetime
{
    private static readonly Shared<MotoServer> Server = Servers(hasAwsPolicies: false);
    private static readonly Shared<MotoServer> ServerWithAwsPolicies = Servers(hasAwsPolicies: true);
    private static long lastAccount = 100_000_000_000;

    private Uri? endpoint;

    internal Uri Endpoint => endpoint!;

    /// <summary>The URL of one whose accounts have AWS's own managed policies, which take them longer to come up.</summary>
    internal static async Task<Uri> WithAwsPoliciesAsync() => (await ServerWithAwsPolicies.GetAsync()).Endpoint;

    /// <summary>The emulated AWS, with counts of its own.</summary>
    internal EmulatedAws Connect() => Connect(Endpoint);

    /// <summary>The number of an account that nothing else works in.</summary>
    internal static string NewAccount() => Interlocked.Increment(ref lastAccount).ToString(CultureInfo.InvariantCulture);

    /// <summary>A stack in an account that nothing else works in.</summary>
    internal ScriptedStack NewStack(params (string Key, string Value)[] config) => NewStack(Endpoint, config);

    /// <summary>A stack in another emulated AWS.</summary>
    internal static ScriptedStack NewStack(Uri endpoint, params (string Key, string Value)[] config) =>
        new(Connect(endpoint), NewAccount(), config);

    /// <summary>
    /// Another one, started when it is first asked for, and anew when it has ended; it ends with the process of the tests.
    /// </summary>
    internal static Shared<MotoServer> Servers(bool hasAwsPolicies) => new(
        async () =>
        {
            var server = await MotoServer.StartAsync(hasAwsPolicies);
            AppDomain.CurrentDomain.ProcessExit += (_, _) => server.DisposeAsync().AsTask().Wait();
            return server;
        },
        server => server.HasEnded);

    public async Task InitializeAsync() => endpoint = (await Server.GetAsync()).Endpoint;

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>An emulated AWS, with counts of its own.</summary>
    internal static EmulatedAws Connect(Uri endpoint) => new(new AwsConnection(endpoint));
}
