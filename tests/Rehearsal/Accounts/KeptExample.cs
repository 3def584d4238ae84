using System.Collections.Immutable;
using Proof;
using Proof.Contracts;
using Proof.Judging;
using Proof.Results;
using Rehearsal.Emulation;
using Rehearsal.Engine;
using Rehearsal.Life;
using Rehearsal.Providers;
using Rehearsal.Providers.Aws;
using Rehearsal.Providers.Aws.Calls;
using Rehearsal.StackFiles;
using SageMakerIam.Tests.Proof;

namespace SageMakerIam.Tests.Rehearsal.Accounts;

/// <summary>
/// An example that is up: the emulated accounts that hold it, and the judge of what may be done in them. It is there until the next one is.
/// </summary>
internal sealed class KeptExample
{
    public const string Home = "123456789012";
    public const string Other = "222222222222";

    private static readonly Shared<MotoServer> Server = EmulatedAwsFixture.Servers(hasAwsPolicies: false);

    private readonly Uri endpoint;
    private readonly EmulatedAws aws;
    private readonly PulumiStack stack;

    private KeptExample(Uri endpoint, PulumiProject project, string example)
    {
        this.endpoint = endpoint;
        aws = new EmulatedAws(new AwsConnection(endpoint));
        stack = new PulumiStack(project.Name, example, new WarmProgram(), project.Folder, new PluginHost(aws, Home));
    }

    /// <summary>The AWS CLI as nobody in particular.</summary>
    public AwsCli Cli => new(endpoint);

    /// <summary>Brings a file of <c>examples/</c> up in an emulated AWS that holds nothing else.</summary>
    public static Task<KeptExample> StartAsync(string name) =>
        StartFileAsync(Path.Combine(RepositoryFolder.Path, "examples", $"{name}.yaml"));

    /// <summary>Brings a stack file up in an emulated AWS that holds nothing else.</summary>
    public static async Task<KeptExample> StartFileAsync(string file)
    {
        var project = PulumiProject.Read(RepositoryFolder.Path);
        var endpoint = (await Server.GetAsync()).Endpoint;
        using var http = new HttpClient();
        using var emptied = await http.PostAsync(new Uri(endpoint, "/moto-api/reset"), null);
        emptied.EnsureSuccessStatusCode();

        var example = new KeptExample(endpoint, project, Path.GetFileNameWithoutExtension(file));
        var config = StackConfig.Read(file, project);
        ExpectedPrincipals.Note(example.aws, config, Home);
        GivenNames.Note(example.aws, config);
        var result = await example.stack.UpAsync(config.Program);
        result.Succeeded.Should().BeTrue(string.Join('\n', result.Errors));
        return example;
    }

    /// <summary>An output of the stack that is a map, at one key, in clear.</summary>
    public string Output(string name, string key) => (string)PropertyValue.ToJson(PropertyValue.Plain(stack.State.Outputs[name]))![key]!;

    /// <summary>Does what the administrator of the other account does: adds a policy to a user of it.</summary>
    public Task AddPolicyAsync(string userName, string policy) =>
        aws.ClientFor(Target(Other)).IamAsync("PutUserPolicy", new { UserName = userName, PolicyName = "added", PolicyDocument = policy });

    /// <summary>The AWS CLI as a user of the other account.</summary>
    public async Task<AwsCli> SignInAsync(string userName)
    {
        var key = (await aws.ClientFor(Target(Other)).IamAsync("CreateAccessKey", new { UserName = userName }))["AccessKey"]!;
        return Cli.As((string)key["AccessKeyId"]!, (string)key["SecretAccessKey"]!);
    }

    /// <summary>Checks that AWS would allow a request; the emulator allows everything.</summary>
    public Task ShouldAllowAsync(string by, string action, string on, params (string Key, string Value)[] context) =>
        ShouldDecideAsync(DecisionResult.Allowed, by, action, on, context);

    /// <summary>Checks that AWS would deny a request.</summary>
    public Task ShouldDenyAsync(string by, string action, string on, params (string Key, string Value)[] context) =>
        ShouldDecideAsync(DecisionResult.Denied, by, action, on, context);

    /// <summary>What AWS would say to requests; other accounts are taken to let this one in.</summary>
    public async Task<IReadOnlyList<Decision>> DecideAsync(IEnumerable<AccessRequest> requests)
    {
        var home = await aws.AuthorizationDetailsAsync(Target(Home));
        return (await AccessJudge.DecideAsync(new DecideRequest(new JudgedWorld([home], SmallStack.Place), [.. requests]))).Decisions;
    }

    /// <summary>What a contract proves of the account that holds the stack.</summary>
    public async Task<ProofResult> ProveAsync(AccessContract contract) => await AccessProof.RunAsync(
        contract, new AuthorizationDetails(await aws.AuthorizationDetailsAsync(Target(Home))), SmallStack.Place);

    private async Task ShouldDecideAsync(DecisionResult result, string by, string action, string on, (string Key, string Value)[] context)
    {
        var details = await Task.WhenAll(aws.AuthorizationDetailsAsync(Target(Home)), aws.AuthorizationDetailsAsync(Target(Other)));
        var decision = await Judge.DecideAsync(details, by, action, on, context);
        decision.Result.Should().Be(result, $"{by} asks for {action} on {on}: {decision.Reason}");
    }

    private static AwsTarget Target(string account) => new(account, "us-east-1", ImmutableSortedDictionary<string, string>.Empty);
}
