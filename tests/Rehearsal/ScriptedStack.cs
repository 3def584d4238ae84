using System.Collections.Immutable;
using Grpc.Core;
using Rehearsal.Engine;
using Rehearsal.Providers;
using Rehearsal.Providers.Aws;
using Rehearsal.Providers.Aws.Calls;

namespace SageMakerIam.Tests.Rehearsal;

/// <summary>A stack whose program is a script of the test, which speaks the wire as an SDK does.</summary>
internal sealed class ScriptedStack
{
    private readonly ScriptedProgram program = new();
    private readonly PulumiStack stack;
    private readonly EmulatedAws emulated;
    private readonly ProgramConfig config;

    public ScriptedStack(EmulatedAws emulated, string account, (string Key, string Value)[] config)
    {
        this.emulated = emulated;
        this.config = new ProgramConfig(ImmutableSortedDictionary<string, string>.Empty
            .Add("aws:region", "us-east-1")
            .Add("aws:allowedAccountIds", $"[\"{account}\"]")
            .SetItems(config.Select(entry => KeyValuePair.Create(entry.Key, entry.Value))));
        Account = account;
        stack = new PulumiStack("scripted", "test", program, "/", new PluginHost(emulated, account));
        Target = new AwsTarget(account, "us-east-1", ImmutableSortedDictionary<string, string>.Empty);
    }

    public string Account { get; }

    public AwsTarget Target { get; }

    public EmulatedAws Emulated => emulated;

    public PulumiStack Stack => stack;

    /// <summary>A client of the stack's account, to see and to change it behind the stack's back.</summary>
    public AwsClient Aws => emulated.ClientFor(Target);

    public Task<UpdateResult> UpAsync(Func<ProgramSession, Task> script, UpdateOptions? options = null)
    {
        program.Script = script;
        return stack.UpAsync(config, options);
    }

    public Task<UpdateResult> PreviewAsync(Func<ProgramSession, Task> script, UpdateOptions? options = null)
    {
        program.Script = script;
        return stack.PreviewAsync(config, options);
    }

    public Task<List<string>> ContentsAsync() => emulated.ContentsAsync(Target);

    private sealed class ScriptedProgram : IPulumiProgram
    {
        public Func<ProgramSession, Task> Script { get; set; } = _ => Task.CompletedTask;

        public async Task<ProgramExit> RunAsync(ImmutableDictionary<string, string> environment)
        {
            using var session = new ProgramSession(environment);
            try
            {
                await session.RegisterAsync("pulumi:pulumi:Stack", $"scripted-{environment["PULUMI_STACK"]}");
                await Script(session);
                return new ProgramExit(0, "");
            }
            catch (RpcException refused)
            {
                return new ProgramExit(32, refused.Status.Detail);
            }
        }
    }
}
