using System.Text.Json;

namespace SageMakerIam.Tests.Components;

public class ImageRepositoryTests
{
    [Fact]
    public async Task Repository_ScansImages_AndNeverMovesATag()
    {
        var stack = await StackUnderMocks.DeployAsync("""{ "repositories": { "team/unet": {} } }""");
        var repository = stack.Inputs("aws:ecr/repository:Repository", "team/unet-repository");

        (repository["name"], repository["imageTagMutability"]).Should().Be(("team/unet", "IMMUTABLE"));
        JsonSerializer.Serialize(repository["imageScanningConfiguration"]).Should().Be("""{"scanOnPush":true}""");
        stack.Registered.Should().NotContain(resource => resource.Type == "aws:ecr/repositoryPolicy:RepositoryPolicy");
        stack.Outputs.Should().ContainKey("repositoryUrls");
    }

    [Fact]
    public async Task Repository_ThatOthersPullFrom_HasAPolicy()
    {
        var stack = await StackUnderMocks.DeployAsync("""{ "repositories": { "unet": { "pullFrom": ["222222222222"] } } }""");

        var policy = stack.Inputs("aws:ecr/repositoryPolicy:RepositoryPolicy", "unet-policy");
        policy["repository"].Should().Be("unet");
        ((string)policy["policy"]).Should().Contain("arn:aws:iam::222222222222:root").And.NotContain("\"Resource\"");
    }

    [Fact]
    public async Task WithoutRepositories_NothingIsOther() =>
        (await StackUnderMocks.DeployAsync("""{ "executionRoles": { "unet": {} } }""")).Outputs.Should().NotContainKey("repositoryUrls");
}
