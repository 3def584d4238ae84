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
        mocks.Setup(mock => mock.NewResourceAsync(It.IsAny<MockResourceArgs>())).ReturnsAsync((MockResourceArgs args) => stack.Create(args));
        (_, stack.Outputs) = await Deployment.TestAsync(
            mocks.Object,
            new TestOptions { IsPreview = isPreview, ProjectName = "sagemaker-iam", StackName = "dev" },
            () => StackProgram.Deploy(StackPlan.Of(settings, Account, [])));
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

        var name = args.Inputs.TryGetValue("name", out var given) ? (string)given : $"{args.Name}-1a2b3c4";
        var state = args.Inputs.SetItem("name", name);
        state = args.Type switch
        {
            "aws:iam/role:Role" => state.SetItem("arn", Account.Global("iam", $"role/{name}")),
            "aws:iam/user:User" => state.SetItem("arn", Account.Global("iam", $"user/{name}")),
            "aws:iam/policy:Policy" => state.SetItem("arn", Account.Global("iam", $"policy/{name}")),
            "aws:iam/instanceProfile:InstanceProfile" => state.SetItem("arn", Account.Global("iam", $"instance-profile/{name}")),
            "aws:iam/accessKey:AccessKey" => state.SetItem("secret", "the-secret").SetItem("createDate", "2026-01-01T00:00:00Z"),
            "aws:iam/openIdConnectProvider:OpenIdConnectProvider" => state.SetItem("arn", Account.Global("iam", $"oidc-provider/{((string)args.Inputs["url"])["https://".Length..]}")),
            "aws:secretsmanager/secret:Secret" => state.SetItem("arn", Account.Regional("secretsmanager", $"secret:{name}-a1b2c3")),
            "random:index/randomPassword:RandomPassword" => state.SetItem("result", "a-random-password"),
            _ => state,
        };
        return (args.Type == "aws:iam/accessKey:AccessKey" ? "AKIATHEKEY" : name, state);
    }
}
