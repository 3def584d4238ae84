using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Rehearsal.Engine;
using Rehearsal.Life;
using Rehearsal.Life.Drift;
using Rehearsal.Providers;
using Rehearsal.Providers.Aws;
using Rehearsal.Providers.Aws.Calls;
using Rehearsal.Providers.Aws.Iam;
using Rehearsal.StackFiles;

namespace SageMakerIam.Tests.Rehearsal;

/// <summary>A stack of this repository's program in an account of its own, over several updates.</summary>
internal sealed class RehearsedStack : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("rehearsed").FullName;
    private readonly PulumiProject project = PulumiProject.Read(RepositoryFolder.Path);
    private readonly EmulatedAws emulated;
    private readonly PulumiStack stack;
    private readonly AwsTarget target;

    public RehearsedStack(EmulatedAwsFixture aws, bool refreshes = true)
        : this(aws.Endpoint, refreshes)
    {
    }

    /// <summary>A stack in an emulated AWS.</summary>
    /// <param name="endpoint">Its URL, or that of what stands before it.</param>
    /// <param name="refreshes">Whether its previews and updates look at what is there, as this repository's project says.</param>
    public RehearsedStack(Uri endpoint, bool refreshes = true)
    {
        Endpoint = endpoint;
        emulated = EmulatedAwsFixture.Connect(endpoint);
        target = new AwsTarget(EmulatedAwsFixture.NewAccount(), "us-east-1", ImmutableSortedDictionary<string, string>.Empty);
        stack = new PulumiStack(project.Name, "dev", new WarmProgram(), project.Folder, new PluginHost(emulated, Account))
        {
            Refreshes = refreshes && project.Refreshes,
        };
    }

    public Uri Endpoint { get; }

    /// <summary>The stack file of the last configuration.</summary>
    public string File => Path.Combine(folder, "Pulumi.dev.yaml");

    public string Account => target.Account;

    /// <summary>A client of the stack's account, to see and to change it behind the stack's back.</summary>
    public AwsClient Aws => emulated.ClientFor(target);

    /// <summary>What was seen of users' access keys since this was last asked for.</summary>
    public ImmutableArray<AccessKeySighting> KeysSeen() => emulated.AccessKeys.Take();

    /// <summary>Updates the stack to a configuration, given as what follows <c>sagemaker-iam:</c> in a stack file.</summary>
    public async Task UpAsync(params string[] configuration)
    {
        var result = await stack.UpAsync(Config(configuration));
        result.Succeeded.Should().BeTrue(string.Join('\n', result.Errors.Concat(result.Failures.Select(failure => failure.Message))));
    }

    /// <summary>Runs an update to a configuration that may skip some of it, or fail.</summary>
    public Task<UpdateResult> UpAsync(UpdateOptions options, params string[] configuration) =>
        stack.UpAsync(Config(configuration), options);

    /// <summary>Previews an update to a configuration.</summary>
    public Task<UpdateResult> PreviewAsync(params string[] configuration) => stack.PreviewAsync(Config(configuration));

    /// <summary>
    /// The words with which a preview and an update to a configuration are refused; no call may change anything meanwhile.
    /// </summary>
    public async Task<string> RefusalOfAsync(params string[] configuration)
    {
        var config = Config(configuration);
        var (preview, up) = (await stack.PreviewAsync(config), await stack.UpAsync(config));
        up.Calls.Writes.Should().Be(0);
        return preview.Errors.Intersect(up.Errors).Should().ContainSingle().Which;
    }

    /// <summary>Changes by hand what the last update to this configuration made, and answers what was seen and mended.</summary>
    /// <exception cref="StepFailedException">One was not.</exception>
    public Task<ImmutableArray<string>> DriftAsync(params string[] configuration) =>
        new DriftRehearsal(emulated, stack, Config(configuration)).RunAsync();

    /// <summary>Destroys the stack, and answers what is left in any account.</summary>
    public async Task<List<string>> DestroyAsync()
    {
        var failure = (await stack.DestroyAsync()).Failures.FirstOrDefault();
        failure.Should().BeNull();
        await emulated.StandIns.RemoveAsync();
        return await emulated.AllContentsAsync();
    }

    /// <summary>What the account says of who may do what.</summary>
    public Task<string> AccessAsync() => emulated.AccessAsync(target);

    /// <summary>An output of the last update, secrets in clear.</summary>
    public JsonNode Output(string name) => PropertyValue.ToJson(PropertyValue.Plain(stack.State.Outputs[name]))!;

    /// <summary>The names of the resources that one of the last update waited for, by its name.</summary>
    public IEnumerable<string> WaitsFor(string name) => stack.State.Resources.Single(resource => NameOf(resource.Urn) == name)
        .Goal.Dependencies.Select(NameOf);

    /// <summary>
    /// What Pulumi's state holds in clear after the last update: inputs and outputs of resources, and the stack's outputs.
    /// </summary>
    public string StateInClear() => string.Join('\n', stack.State.Resources
        .SelectMany(resource => resource.Goal.Inputs.Values
            .Where(input => !resource.Goal.SecretInputs.Contains(input.Key))
            .Concat(resource.Outputs.Values.Where(output => !resource.SecretOutputs.Contains(output.Key)))
            .Select(
                property => $"{resource.Urn} {property.Key}: {PropertyValue.ToJson(PropertyValue.Mask(property.Value))?.ToJsonString()}"))
        .Concat(stack.State.Outputs.Select(
            output => $"{output.Key}: {PropertyValue.ToJson(PropertyValue.Mask(output.Value))?.ToJsonString()}")));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string NameOf(string urn) => urn[(urn.LastIndexOf(':') + 1)..];

    private ProgramConfig Config(string[] configuration)
    {
        System.IO.File.WriteAllText(
            File, string.Create(CultureInfo.InvariantCulture, $"config:\n  aws:region: us-east-1\n  aws:allowedAccountIds: ['{Account}']\n")
            + string.Concat(configuration.Select(line => $"  sagemaker-iam:{line}\n")));
        var config = StackConfig.Read(File, project);
        ExpectedPrincipals.Note(emulated, config, Account);
        GivenNames.Note(emulated, config);
        return config.Program;
    }
}
