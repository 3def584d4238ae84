using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Iam.Inputs;

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

    [Fact]
    public async Task Output_OfAResourcesOwnType_IsRegisteredByItsNamesOnTheWire()
    {
        var mocks = await TestDeployment.RunAsync(() => _ = new RoleWithPolicies("ml"));

        var policies = (ImmutableArray<object>)(await OutputsOf(mocks, "ml")["policies"].ValueAsync())!;
        policies.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new Dictionary<string, object> { ["name"] = "inline", ["policy"] = "{}" });
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

    private sealed class RoleWithPolicies : ComponentResource
    {
        public RoleWithPolicies(string name)
            : base("test:index:Role", name)
        {
            var role = new Role(
                $"{name}-role",
                new RoleArgs { AssumeRolePolicy = "{}", InlinePolicies = { new RoleInlinePolicyArgs { Name = "inline", Policy = "{}" } } },
                new CustomResourceOptions { Parent = this });
            RegisterOutputs(new Dictionary<string, object?> { ["policies"] = role.InlinePolicies });
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
