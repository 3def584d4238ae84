using System.Collections.Immutable;
using Rehearsal.Engine;

namespace SageMakerIam.Tests.Rehearsal.Providers;

/// <summary>Secrets as <c>internal/service/secretsmanager/</c> of the provider and Secrets Manager treat them.</summary>
public class SecretResourceTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>
{
    private static readonly ImmutableDictionary<string, object?> EachMonth =
        ImmutableDictionary<string, object?>.Empty.Add("automaticallyAfterDays", 30.0);

    [Fact]
    public async Task SecretThatWaitsForItsDeletion_IsGone_WithItsPolicyAndItsRotation_AndItsNameIsTaken()
    {
        var stack = aws.NewStack();
        await stack.UpAsync(program => SecretAsync(program, "waits", 30.0));
        await stack.Aws.SecretsManagerAsync("DeleteSecret", new { SecretId = "waits", RecoveryWindowInDays = 7 });

        await stack.Stack.RefreshAsync();
        var again = await stack.UpAsync(program => SecretAsync(program, "waits", 30.0));

        again.Failures.Should().ContainSingle().Which.Message.Should()
            .StartWith("creating Secrets Manager Secret (waits): InvalidRequestException").And.Contain("scheduled for deletion");
    }

    [Fact]
    public async Task PolicyThatWasTakenOffByHand_IsPutAgain_InPlace()
    {
        var stack = aws.NewStack();
        await stack.UpAsync(program => SecretAsync(program, "bare", 0));
        await stack.Aws.SecretsManagerAsync("DeleteResourcePolicy", new { SecretId = "bare" });

        var mended = await stack.UpAsync(program => SecretAsync(program, "bare", 0), new UpdateOptions { Refresh = true });

        mended.Steps.Should().ContainSingle(step => step.Kind == StepKind.Update);
        mended.Steps.Should().NotContain(step => step.Kind == StepKind.Create);
    }

    // internal/service/secretsmanager/secret_rotation.go: no refusal to cancel one is forgiven.
    [Theory]
    [InlineData(false, "*InvalidRequestException*marked for deletion*")]
    [InlineData(true, "*ResourceNotFoundException*")]
    public async Task RotationOfASecretThatIsGone_IsNotDeleted(bool isGoneForGood, string why)
    {
        var stack = aws.NewStack();
        await stack.UpAsync(program => SecretAsync(program, "gone", 0));
        await stack.Aws.SecretsManagerAsync("DeleteSecret", new { SecretId = "gone", ForceDeleteWithoutRecovery = isGoneForGood });

        var destroyed = await stack.Stack.DestroyAsync();

        destroyed.Failures.Should().ContainSingle().Which.Message.Should()
            .StartWith("it cannot be deleted: deleting Secret Manager Secret Rotation (arn:aws:").And.Match(why);
    }

    [Fact]
    public async Task ValueOfASecretThatWaitsForItsDeletion_IsGone()
    {
        var stack = aws.NewStack();
        await stack.Aws.SecretsManagerAsync("CreateSecret", new { Name = "theirs" });
        string? id = null;
        Task<UpdateResult> Up() => stack.UpAsync(async program => id = (await program.RegisterAsync(
            "aws:secretsmanager/secretVersion:SecretVersion", "value", new { secretId = "theirs", secretString = "one" })).Id);
        await Up();
        await stack.Aws.SecretsManagerAsync("DeleteSecret", new { SecretId = "theirs", RecoveryWindowInDays = 7 });

        var refreshed = await stack.Stack.RefreshAsync();

        id.Should().StartWith("theirs|");
        refreshed.Failures.Should().BeEmpty();
        stack.Stack.State.Resources.Should().NotContain(resource => resource.Goal.Name == "value");
    }

    private static async Task SecretAsync(ProgramSession program, string name, double recoveryWindowInDays)
    {
        var secret = await program.RegisterAsync("aws:secretsmanager/secret:Secret", "secret", new { name, recoveryWindowInDays });
        await program.RegisterAsync(
            "aws:secretsmanager/secretPolicy:SecretPolicy",
            "policy",
            new { secretArn = secret.Output("arn"), policy = ProgramSession.ReadPolicy });
        await program.RegisterAsync("aws:secretsmanager/secretRotation:SecretRotation", "rotation", new
        {
            secretId = secret.Output("arn"),
            rotationRules = EachMonth,
            rotationLambdaArn = "arn:aws:lambda:us-east-1:123456789012:function:rotate",
        });
    }
}
