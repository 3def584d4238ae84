using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Pulumi.Testing;
using SageMakerIam.Plan;
using SageMakerIam.Settings;
using SageMakerIam.Tests.Settings;

namespace SageMakerIam.Tests.Components;

/// <summary>
/// An update that skips a resource (<c>--target</c>, <c>--run-program</c>) or fails to make it (<c>--continue-on-error</c>), for each
/// resource of each stack of this repository in turn. The SDK hears null of its outputs, or that they are unknown.
/// </summary>
public class UnfinishedUpdateTests
{
    public static TheoryData<string, bool> Stacks
    {
        get
        {
            var stacks = new TheoryData<string, bool>();
            var files = Directory.GetFiles(RepositoryFolder.Path, "Pulumi.*.yaml")
                .Concat(Directory.GetFiles(Path.Combine(RepositoryFolder.Path, "examples"), "*.yaml"))
                .Concat(Directory.GetFiles(Path.Combine(RepositoryFolder.Path, "examples", "key-rotation"), "*.yaml"));
            foreach (var file in files.Where(file => !file.EndsWith(".access.yaml", StringComparison.Ordinal)))
            {
                stacks.Add(Path.GetRelativePath(RepositoryFolder.Path, file), true);
                stacks.Add(Path.GetRelativePath(RepositoryFolder.Path, file), false);
            }

            return stacks;
        }
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task FirstUpdate_WithoutAResource_GoesOn_AndTheNextOneEndsWell(string file, bool saysUnknown)
    {
        var (settings, account) = StackOfFile.Read(file);
        var plan = StackPlan.Of(settings, account, []);
        var inFull = await InFullAsync(plan);

        foreach (var resource in inFull.Registered)
        {
            var stack = new StackOverUpdates(account);
            await UpWithoutAsync(stack, plan, inFull.Registered, resource.Name!, saysUnknown);
            await stack.UpAsync(plan);
            stack.Outputs.ToJsonString().Should().Be(inFull.Outputs.ToJsonString(), resource.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Rotation_WithoutAResource_GoesOn_AndTheNextOneEndsWell(string file, bool saysUnknown)
    {
        var (settings, account) = StackOfFile.Read(file);
        var before = await InFullAsync(StackPlan.Of(settings, account, []));
        var rotated = StackPlan.Of(
            settings with
            {
                Deployers = settings.Deployers.ToImmutableSortedDictionary(deployer => deployer.Key, deployer => Rotated(deployer.Value)),
            },
            account,
            []);
        var inFull = before.Copy();
        await inFull.UpAsync(rotated);

        foreach (var resource in inFull.Registered)
        {
            var stack = before.Copy();
            await UpWithoutAsync(stack, rotated, inFull.Registered, resource.Name!, saysUnknown);
            await stack.UpAsync(rotated);
            stack.Outputs.ToJsonString().Should().Be(inFull.Outputs.ToJsonString(), resource.Name);
        }
    }

    private static async Task UpWithoutAsync(
        StackOverUpdates stack, StackPlan plan, IEnumerable<MockResourceArgs> inFull, string name, bool saysUnknown)
    {
        await stack.UpWithoutAsync(plan, inFull, name, saysUnknown);

        foreach (var (deployer, asked) in plan.Settings.Deployers)
        {
            var (recorded, there) = (Existing(stack.Outputs["deployerAccessKeyGenerations"]![deployer]), stack.KeysOf(deployer).ToList());
            recorded.Should().BeSubsetOf(there, $"without {name} others are not there");
            there.Intersect(asked.AccessKey.ToGenerations().Existing).Should().BeSubsetOf(recorded, $"without {name} these are there");
        }

        stack.Registered.SelectMany(resource => resource.Inputs.Values).OfType<string>().Should().NotContain(
            text => text.Contains("null", StringComparison.Ordinal), $"nothing is made from what {name} does not say");
    }

    private static ImmutableArray<int> Existing(JsonNode? recorded) => (int?)recorded?["generation"] switch
    {
        null => [],
        { } generation when (string?)recorded!["previous"] is null or "gone" => [generation],
        { } generation => [generation - 1, generation],
    };

    private static async Task<StackOverUpdates> InFullAsync(StackPlan plan)
    {
        var stack = new StackOverUpdates(plan.Account);
        await stack.UpAsync(plan);
        return stack;
    }

    // From one key to two; from two back to the newer one.
    private static DeployerSettings Rotated(DeployerSettings deployer) => deployer with
    {
        AccessKey = deployer.AccessKey.Previous == PreviousAccessKey.Gone
            ? new AccessKeySettings { Generation = deployer.AccessKey.Generation + 1, Previous = PreviousAccessKey.Active }
            : new AccessKeySettings { Generation = deployer.AccessKey.Generation },
    };
}
