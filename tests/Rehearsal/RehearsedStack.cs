using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Rehearsal.Aws;
using Rehearsal.Engine;
using Rehearsal.Life;
using Rehearsal.Output;
using Rehearsal.StackFiles;

namespace SageMakerIam.Tests.Rehearsal;

/// <summary>A stack of this repository's program in an account of its own, updated as <c>./rehearse</c> updates it.</summary>
internal sealed class RehearsedStack : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("rehearsed").FullName;
    private readonly StringWriter text = new();
    private readonly EmulatedAws emulated;
    private readonly StackLife life;
    private readonly AwsTarget target;
    private ImmutableDictionary<string, object?> outputs = ImmutableDictionary<string, object?>.Empty;

    public RehearsedStack(EmulatedAwsFixture aws)
    {
        Endpoint = aws.Endpoint;
        emulated = new EmulatedAws(new AwsConnection(aws.Node, aws.Endpoint));
        life = new StackLife(emulated, new Screen(Screen.PlainText(text), showSecrets: false), new Stopwatches());
        target = new AwsTarget(aws.NewStack().Account, "us-east-1", ImmutableSortedDictionary<string, string>.Empty);
    }

    public Uri Endpoint { get; }

    public string Account => target.Account;

    /// <summary>A client of the stack's account, to see and to change it behind the stack's back.</summary>
    public AwsClient Aws => emulated.ClientFor(target);

    /// <summary>How many calls were made to AWS that change something.</summary>
    public int Writes => emulated.Calls.Writes;

    /// <summary>What was printed.</summary>
    public string Text => text.ToString();

    /// <summary>Updates the stack to a configuration: what follows <c>sagemaker-iam:</c> in a stack file.</summary>
    public async Task<UpdateFacts> UpdateAsync(params string[] configuration)
    {
        var file = Path.Combine(folder, "stack.yaml");
        await File.WriteAllTextAsync(file, string.Create(CultureInfo.InvariantCulture, $"config:\n  aws:region: us-east-1\n  aws:allowedAccountIds: ['{Account}']\n")
            + string.Concat(configuration.Select(line => $"  sagemaker-iam:{line}\n")));
        var argument = StackArgument.Read(file);
        var facts = await life.UpdateAsync(argument.Project, argument.Stack, argument.Config);
        outputs = facts.Up.State.Outputs;
        return facts;
    }

    /// <summary>An output of the last update, secrets in clear.</summary>
    public JsonNode Output(string name) => PropertyValue.ToJson(PropertyValue.Plain(outputs[name]))!;

    /// <summary>The statuses of a user's access keys in the account, in alphabetical order.</summary>
    public async Task<IEnumerable<string>> KeyStatusesAsync(string user)
    {
        var keys = await Aws.IamAsync("ListAccessKeys", new { UserName = user });
        return keys["AccessKeyMetadata"]!.AsArray().Select(key => (string)key!["Status"]!).Order(StringComparer.Ordinal);
    }

    public void Dispose()
    {
        text.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
