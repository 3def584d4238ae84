using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.Iam;

namespace SageMakerIam.Tests.Sdk;

public class ComponentTests
{
    [Fact]
    public async Task Outputs_AreRegistered()
    {
        var mocks = await TestDeployment.RunAsync(() => _ = new Team("ml"));

        (await OutputsOf(mocks, "ml")["userArn"].ValueAsync()).Should().Be("arn:aws:test:::ml-user");
    }

    [Fact]
    public async Task MarkedOutputs_AreRegisteredWithoutBeingNamed()
    {
        var mocks = await TestDeployment.RunAsync(() => _ = new TeamWithMarkedOutputs("ml"));

        (await OutputsOf(mocks, "ml")["userArn"].IsSecretAsync()).Should().BeTrue();
    }

    private static ImmutableDictionary<string, Output<object?>> OutputsOf(RecordingMocks mocks, string name) =>
        mocks.Outputs.Single(request => request.Urn.EndsWith($"::{name}", StringComparison.Ordinal)).Outputs;

    private sealed class Team : ComponentResource
    {
        public Team(string name)
            : base("test:index:Team", name)
        {
            var user = new User($"{name}-user", new UserArgs(), new CustomResourceOptions { Parent = this });
            RegisterOutputs(new Dictionary<string, object?> { ["userArn"] = user.Arn });
        }
    }

    private sealed class TeamWithMarkedOutputs : ComponentResource
    {
        public TeamWithMarkedOutputs(string name)
            : base("test:index:Team", name)
        {
            UserArn = Output.CreateSecret("arn");
            RegisterOutputs();
        }

        [Output("userArn")]
        public Output<string> UserArn { get; private set; }
    }
}
