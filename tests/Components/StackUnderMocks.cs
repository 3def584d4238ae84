using System.Collections.Immutable;
using System.Text.Json;
using Moq;
using Pulumi;
using Pulumi.Testing;
using SageMakerIam.Iam;
using SageMakerIam.Plan;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Tests.Components;

/// <summary>A stack that was deployed against Pulumi's mocks: what it registered, and its outputs.</summary>
internal sealed class StackUnderMocks
{
    private readonly List<MockResourceArgs> registered = [];

    private StackUnderMocks()
    {
    }

    public static AwsAccount Account { get; } = new("aws", "us-east-1", "123456789012");

    public IReadOnlyList<MockResourceArgs> Registered => registered;

    public IDictionary<string, object?> Outputs { get; private set; } = ImmutableDictionary<string, object?>.Empty;

    /// <summary>Deploys the stack of a configuration, given as JSON.</summary>
    public static async Task<StackUnderMocks> DeployAsync(string configuration, bool isPreview = false)
    {
        var settings = StackSettingsReader.Read("dev", JsonDocument.Parse(configuration).RootElement, Account);
        var stack = new StackUnderMocks();
        var mocks = new Mock<IMocks>();
        mocks.Setup(mock => mock.NewResourceAsync(It.IsAny<MockResourceArgs>()))
            .ReturnsAsync((MockResourceArgs args) => stack.Create(args));
        (_, stack.Outputs) = await Deployment.TestAsync(
            mocks.Object,
            new TestOptions { IsPreview = isPreview, ProjectName = "sagemaker-iam", StackName = "dev" },
            () => StackProgram.Deploy(StackPlan.Of(settings, Account, []), LastUpdate.None));
        return stack;
    }

    /// <summary>The inputs of the one resource of this type and name.</summary>
    public ImmutableDictionary<string, object> Inputs(string type, string name) =>
        registered.Single(resource => resource.Type == type && resource.Name == name).Inputs;

    /// <summary>The value of an output that is a map, at one key.</summary>
    public Output<string> Output(string name, string key) => ((IDictionary<string, Output<string>>)Outputs[name]!)[key];

    private (string? Id, object State) Create(MockResourceArgs args)
    {
        lock (registered)
        {
            registered.Add(args);
        }

        return MockedAws.Create(args, Account);
    }
}
