using System.Collections.Immutable;
using Rehearsal.Engine;
using Rehearsal.Providers;
using Rehearsal.Providers.Aws;
using Rehearsal.Providers.Aws.Calls;
using SageMakerIam.Tests.Rehearsal;

namespace SageMakerIam.Tests.Recordings;

/// <summary>
/// All recordings, played once one after the other with the rehearsal's engine and its provider, in an account of their own.
/// </summary>
internal sealed class PlayedRecordings
{
    private const string Administrator = "arn:aws:iam::aws:policy/AdministratorAccess";
    private const string OpenTrust =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole"}]}""";

    private static readonly Shared<PlayedRecordings> Played = new(PlayAsync);

    private readonly Dictionary<string, IReadOnlyList<string>> differences = [];
    private readonly Equivalents equivalents = new();
    private readonly RecordedProgram program;
    private readonly PulumiStack stack;
    private readonly AwsClient aws;
    private readonly ProgramConfig config = new(ImmutableSortedDictionary<string, string>.Empty.Add("aws:region", "us-east-1"));
    private string? foreignKey;

    private PlayedRecordings(EmulatedAws emulated)
    {
        var account = EmulatedAwsFixture.NewAccount();
        equivalents.Learn("123456789012", account);
        program = new RecordedProgram(equivalents);
        stack = new PulumiStack("sagemaker-iam", "dev", program, "/", new PluginHost(emulated, account));
        aws = emulated.ClientFor(new AwsTarget(account, "us-east-1", ImmutableSortedDictionary<string, string>.Empty));
    }

    /// <summary>What the rehearsal does otherwise than was recorded.</summary>
    /// <param name="name">The recording's name.</param>
    public static async Task<IReadOnlyList<string>> DifferencesAsync(string name) => (await Played.GetAsync()).differences[name];

    private static async Task<PlayedRecordings> PlayAsync()
    {
        var played = new PlayedRecordings(EmulatedAwsFixture.Connect(await EmulatedAwsFixture.WithAwsPoliciesAsync()));
        foreach (var command in RecordedCommand.All)
        {
            await played.ChangeByHandAsync(command.Name[..2]);
            played.differences[command.Name] = await played.PlayAsync(command);
        }

        return played;
    }

    /// <summary>What was done by hand before a command.</summary>
    private async Task ChangeByHandAsync(string number)
    {
        switch (number)
        {
            case "13":
                await aws.IamAsync("AttachRolePolicy", new { RoleName = "churn-training", PolicyArn = Administrator });
                await aws.IamAsync("UpdateAssumeRolePolicy", new { RoleName = "churn-training", PolicyDocument = OpenTrust });
                break;
            case "16":
                var policies = await aws.IamAsync("ListRolePolicies", new { RoleName = "churn-training" });
                var policy = (string)policies["PolicyNames"]!.AsArray().Single()!;
                await aws.IamAsync("DeleteRolePolicy", new { RoleName = "churn-training", PolicyName = policy });
                break;
            case "17":
                await aws.IamAsync("CreateUser", new { UserName = "churn-ci" });
                break;
            case "19":
                await aws.IamAsync("DeleteUser", new { UserName = "churn-ci" });
                break;
            case "22":
                foreignKey = (string)(await aws.IamAsync("CreateAccessKey", new { UserName = "churn-ci" }))["AccessKey"]!["AccessKeyId"]!;
                break;
            case "25":
                // The emulator let a user go with a key that was not the stack's. AWS does not, and so the rehearsal does not.
                await aws.IamAsync("DeleteAccessKey", new { UserName = "churn-ci", AccessKeyId = foreignKey });
                break;
        }
    }

    private async Task<IReadOnlyList<string>> PlayAsync(RecordedCommand command)
    {
        program.Command = command;
        program.Differences.Clear();
        var runs = command.Has("--run-program") ? config : null;
        var result = await (command.Verb switch
        {
            "preview" => stack.PreviewAsync(config, command.Options),
            "up" => stack.UpAsync(config, command.Options),
            "refresh" => stack.RefreshAsync(runs),
            _ => stack.DestroyAsync(runs),
        });
        IReadOnlyList<RecordedEvent> recorded = [.. command.Events];
        IReadOnlyList<RecordedEvent> events = [.. result.Events.Select(RecordedEvent.Of)];
        return
        [
            .. result.Succeeded == command.Succeeded ? Array.Empty<string>() : [$"the command is {result.Succeeded}"],
            .. Compare("program", [], program.Differences),
            .. Compare("changes", command.Changes, result.Changes.Select(change => $"{RecordedEvent.OpOf(change.Key)}: {change.Value}")),
            .. Compare("engine", recorded.Select(step => step.ToString()), events.Select(step => step.ToString())),
            .. Compare("order", [], command.Verb == "refresh" && runs is null ? [] : RecordedOrder.Differences(recorded, events)),
            .. Compare("says", command.Says.Select(equivalents.Now), result.Diagnostics),
        ];
    }

    private static IEnumerable<string> Compare(string what, IEnumerable<string> recorded, IEnumerable<string> actual)
    {
        var missing = recorded.ToList();
        var more = actual.Where(line => !missing.Remove(line)).ToList();
        return [.. missing.Select(line => $"{what}: missing: {line}"), .. more.Select(line => $"{what}: {line}")];
    }
}
