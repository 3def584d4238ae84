using System.Collections.Immutable;
using Rehearsal.Engine;

namespace SageMakerIam.Tests.Rehearsal.Providers;

public class EcrResourceTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>
{
    private const string Manifest = """
        {"schemaVersion":2,"mediaType":"application/vnd.docker.distribution.manifest.v2+json",
        "config":{"mediaType":"application/vnd.docker.container.image.v1+json","size":1,"digest":"sha256:aa"},"layers":[]}
        """;

    [Fact]
    public async Task RepositoryThatHoldsImages_IsNotDeleted()
    {
        var stack = aws.NewStack();
        await stack.UpAsync(program => RepositoryAsync(program, new { name = "unet" }));
        await stack.Aws.EcrAsync("PutImage", new { repositoryName = "unet", imageTag = "1", imageManifest = Manifest });

        var failure = (await stack.Stack.DestroyAsync()).Failures.FirstOrDefault();

        failure!.Message.Should()
            .StartWith("it cannot be deleted: ECR Repository (unet) not empty, consider using force_delete: operation error ECR")
            .And.Contain("RepositoryNotEmptyException");
    }

    [Fact]
    public async Task Repository_IsChangedInPlace_ButForItsNameAndEncryption()
    {
        var stack = aws.NewStack();
        ImmutableArray<object?> encryptionConfigurations =
            [ImmutableDictionary<string, object?>.Empty.Add("encryptionType", "KMS").Add("kmsKey", "arn:aws:kms:us-east-1:1:key/a")];
        await stack.UpAsync(program => RepositoryAsync(program, new { name = "unet" }));

        var changed = await stack.UpAsync(program => RepositoryAsync(program, new { name = "unet", imageTagMutability = "IMMUTABLE" }));
        var again = await stack.UpAsync(program => RepositoryAsync(program, new { name = "unet", imageTagMutability = "IMMUTABLE" }));
        var encrypted = await stack.UpAsync(program => RepositoryAsync(program, new { name = "unet", encryptionConfigurations }));
        var renamed = await stack.UpAsync(program => RepositoryAsync(program, new { name = "unet-2", encryptionConfigurations }));

        changed.Steps.Should().ContainSingle(step => step.Kind == StepKind.Update);
        again.ChangedSomething.Should().BeFalse();
        encrypted.Steps.Should().ContainSingle(step => step.Kind == StepKind.Replace);
        renamed.Steps.Should().ContainSingle(step => step.Kind == StepKind.Replace);
        (await stack.ContentsAsync()).Should().Equal($"arn:aws:ecr:us-east-1:{stack.Account}:repository/unet-2");
    }

    [Fact]
    public async Task PolicyThatWasDeletedByHand_IsPutAgain()
    {
        const string policy =
            """{"Version":"2012-10-17","Statement":[{"Sid":"Own","Effect":"Allow","Principal":"*","Action":"ecr:BatchGetImage"}]}""";
        var stack = aws.NewStack();
        async Task Script(ProgramSession program)
        {
            var repository = (await RepositoryAsync(program, new { name = "unet" })).Output("name");
            await program.RegisterAsync("aws:ecr/repositoryPolicy:RepositoryPolicy", "policy", new { repository, policy });
        }

        await stack.UpAsync(Script);
        await stack.Aws.EcrAsync("DeleteRepositoryPolicy", new { repositoryName = "unet" });
        var mended = await stack.UpAsync(Script, new UpdateOptions { Refresh = true });

        mended.Steps.Should().ContainSingle(step => step.Kind == StepKind.Create);
    }

    // internal/service/ecr/repository.go and repository_policy.go: what a read tells, and what is said of a policy that is refused.
    [Fact]
    public async Task RepositoryWithoutAKey_SaysSo_AndAPolicyOfNoRepositoryIsRefused()
    {
        const string nothing = """{"Version":"2012-10-17","Statement":[]}""";
        var stack = aws.NewStack();
        object? encryption = null;
        await stack.UpAsync(async program => encryption = (await RepositoryAsync(program, new { name = "plain" }))
            .Outputs["encryptionConfigurations"]);
        var refused = await stack.UpAsync(program => program.RegisterAsync(
            "aws:ecr/repositoryPolicy:RepositoryPolicy", "policy", new { repository = "none", policy = nothing }));

        encryption.Should().BeEquivalentTo(new[] { new Dictionary<string, object?> { ["encryptionType"] = "AES256", ["kmsKey"] = "" } });
        refused.Failures.Should().ContainSingle().Which.Message.Should().StartWith("putting ECR Repository Policy (none): ");
    }

    private static Task<Registered> RepositoryAsync(ProgramSession program, object inputs) =>
        program.RegisterAsync("aws:ecr/repository:Repository", "repository", inputs);
}
