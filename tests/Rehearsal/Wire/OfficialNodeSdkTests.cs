using System.Collections.Immutable;
using Rehearsal.Engine;
using Rehearsal.Programs;
using Rehearsal.Providers;
using Wire;

namespace SageMakerIam.Tests.Rehearsal.Wire;

/// <summary>Holds our resource monitor to the official SDK for Node.js: its program is tests/node/program.mjs.</summary>
public class OfficialNodeSdkTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>
{
    private const string Account = "246813579246";

    private static readonly ProgramConfig Config = new(ImmutableSortedDictionary<string, string>.Empty
        .Add("aws:region", "us-east-1")
        .Add("scripted:word", "hello"));

    [Fact]
    public async Task Program_LivesThroughItsWholeLife()
    {
        var emulated = aws.Connect();
        var stack = new PulumiStack("scripted", "test", new NodeProgram(), RepositoryFolder.Path, new PluginHost(emulated, Account));

        var preview = await stack.PreviewAsync(Config);
        preview.Succeeded.Should().BeTrue(Reasons(preview));
        preview.State.Outputs["isPreview"].Should().Be(true);
        preview.State.Outputs["account"].Should().Be(Account);
        preview.State.Outputs["roleArn"].Should().Be(Unknown.Instance);
        preview.State.Outputs["roleDescription"].Should().Be(new Secret("hush"));

        var up = await stack.UpAsync(Config);
        up.Succeeded.Should().BeTrue(Reasons(up));
        up.Warnings.Should().Contain("mind the gap");
        up.Steps.Select(step => (step.Kind, step.Urn)).Should().BeEquivalentTo(
        [
            (StepKind.Create, "urn:pulumi:test::scripted::pulumi:pulumi:Stack::scripted-test"),
            (StepKind.Create, "urn:pulumi:test::scripted::aws:iam/role:Role::reader"),
            (StepKind.Create, "urn:pulumi:test::scripted::tests:index:Team::team"),
            (StepKind.Create, "urn:pulumi:test::scripted::tests:index:Team$aws:iam/user:User::team-user"),
            (StepKind.Create, "urn:pulumi:test::scripted::tests:index:Team$aws:iam/accessKey:AccessKey::team-key"),
        ]);
        up.State.Outputs["configured"].Should().Be("hello");
        up.State.Outputs["roleArn"].Should().BeOfType<string>().Which.Should().StartWith($"arn:aws:iam::{Account}:role/reader-");
        up.State.Outputs["secretKey"].Should().BeOfType<Secret>().Which.Value.Should().BeOfType<string>();
        up.State.Resources.Single(resource => resource.Urn.EndsWith("::team", StringComparison.Ordinal)).Outputs["userArn"]
            .Should().Be($"arn:aws:iam::{Account}:user/conformity");

        var again = await stack.UpAsync(Config);
        again.ChangedSomething.Should().BeFalse();

        var failure = (await stack.DestroyAsync()).Failures.FirstOrDefault();
        failure.Should().BeNull();
        (await emulated.AllContentsAsync()).Should().BeEmpty();
    }

    private static string Reasons(UpdateResult result) =>
        string.Join('\n', [.. result.Failures.Select(failure => failure.Message), .. result.Errors, result.Exit.Output]);

    /// <summary>The program, run as the language host of Pulumi runs it.</summary>
    private sealed class NodeProgram : IPulumiProgram
    {
        public Task<ProgramExit> RunAsync(ImmutableDictionary<string, string> environment)
        {
            var folder = Path.Combine(RepositoryFolder.Path, "tests", "node");
            List<string> arguments =
            [
                "node_modules/@pulumi/pulumi/cmd/run",
                "--monitor", environment["PULUMI_MONITOR"],
                "--engine", environment["PULUMI_ENGINE"],
                "--project", environment["PULUMI_PROJECT"],
                "--stack", environment["PULUMI_STACK"],
                "--organization", environment["PULUMI_ORGANIZATION"],
                "--pwd", folder,
            ];
            if (environment["PULUMI_DRY_RUN"] == "true")
            {
                arguments.Add("--dry-run");
            }

            return new ProcessProgram("node", [.. arguments, "program.mjs"], folder).RunAsync(environment);
        }
    }
}
