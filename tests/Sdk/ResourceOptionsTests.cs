using Pulumi;
using Pulumi.Aws.Iam;

namespace SageMakerIam.Tests.Sdk;

public class ResourceOptionsTests
{
    [Fact]
    public async Task Options_AreSeenByTheStacksTransformations()
    {
        var seen = new List<ResourceTransformationArgs>();
        await RunAsync(
            args =>
            {
                seen.Add(args);
                return null;
            },
            () => _ = new User("deployer", new UserArgs(), new CustomResourceOptions
            {
                Protect = true,
                IgnoreChanges = { "tags" },
                Aliases = { new Alias { Name = "old" } },
            }));

        var options = seen.Single(args => args.Resource is User).Options;
        options.Protect.Should().BeTrue();
        options.IgnoreChanges.Should().Equal("tags");
        (await options.Aliases.Single().ToOutput().Apply(alias => alias.Name!).ValueAsync()).Should().Be("old");
    }

    [Fact]
    public async Task Child_IsSeenWithItsParent()
    {
        var seen = new List<ResourceTransformationArgs>();
        await RunAsync(
            args =>
            {
                seen.Add(args);
                return null;
            },
            () =>
            {
                var team = new ComponentResource("test:index:Team", "team");
                _ = new User("deployer", new UserArgs(), new CustomResourceOptions { Parent = team });
            });

        seen.Single(args => args.Resource is User).Options.Parent!.GetResourceName().Should().Be("team");
    }

    [Fact]
    public async Task Transformation_ChangesTheArguments()
    {
        var mocks = await RunAsync(
            args => args.Resource is User ? new ResourceTransformationResult(new UserArgs { Path = "/ml/" }, args.Options) : null,
            () => _ = new User("deployer"));

        mocks.Resources.Single().Inputs["path"].Should().Be("/ml/");
    }

    [Fact]
    public async Task Transformation_CannotChangeTheParent()
    {
        var run = () => RunAsync(
            args => args.Resource is User ? new ResourceTransformationResult(args.Args, new CustomResourceOptions()) : null,
            () =>
            {
                var team = new ComponentResource("test:index:Team", "team");
                _ = new User("deployer", new UserArgs(), new CustomResourceOptions { Parent = team });
            });

        (await run.Should().ThrowAsync<RunException>())
            .WithMessage("*Transformations cannot currently be used to change the 'parent' of a resource.*");
    }

    [Fact]
    public void MergedOptions_JoinListsAndPreferTheSecond()
    {
        var merged = CustomResourceOptions.Merge(
            new CustomResourceOptions { Protect = true, IgnoreChanges = { "tags" }, AdditionalSecretOutputs = { "secret" } },
            new CustomResourceOptions { Protect = false, IgnoreChanges = { "path" }, Version = "1.2.3" });

        merged.Protect.Should().BeFalse();
        merged.IgnoreChanges.Should().Equal("tags", "path");
        merged.AdditionalSecretOutputs.Should().Equal("secret");
        merged.Version.Should().Be("1.2.3");
    }

    private static async Task<RecordingMocks> RunAsync(ResourceTransformation transformation, Action program)
    {
        var mocks = new RecordingMocks();
        TransformedStack.Next.Value = (transformation, program);
        await Deployment.TestAsync<TransformedStack>(mocks, TestDeployment.Update);
        return mocks;
    }

    // TestAsync makes a stack class without arguments, and no other stack of a test has options.
    private sealed class TransformedStack : Stack
    {
        public static readonly AsyncLocal<(ResourceTransformation Transformation, Action Program)> Next = new();

        public TransformedStack()
            : base(new StackOptions { ResourceTransformations = { Next.Value.Transformation } }) => Next.Value.Program();
    }
}
