using System.Collections.Immutable;
using Pulumi.Utilities;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Tests.Components;

public class ManagedSecretTests
{
    private const string Stack =
        """
        {
          "keys": { "secrets": {} },
          "managedSecrets": {
            "ml/hub-token": { "kmsKey": "secrets", "writers": ["arn:aws:iam::123456789012:role/rotate"],
              "readers": ["arn:aws:iam::123456789012:role/rotate"],
              "rotation": { "function": "arn:aws:lambda:us-east-1:123456789012:function:rotate", "everyDays": 7 } },
            "unread": { "recoveryWindowInDays": 0 }
          },
          "executionRoles": {
            "churn": { "roleName": "churn", "secrets": ["ml/hub-token"], "secretKmsKeys": ["secrets"] },
            "other": { "roleName": "other", "secrets": ["ml/hub"] }
          }
        }
        """;

    [Fact]
    public async Task Secret_HasTheNameOfItsEntry_AndNoValue()
    {
        var stack = await StackUnderMocks.DeployAsync(Stack);
        var secret = stack.Inputs("aws:secretsmanager/secret:Secret", "ml/hub-token-secret");
        secret["name"].Should().Be("ml/hub-token");
        secret["kmsKeyId"].Should().Be("arn:aws:kms:us-east-1:123456789012:key/secrets-key-1a2b3c4-id");
        stack.Inputs("aws:secretsmanager/secret:Secret", "unread-secret").Should().NotContainKey("kmsKeyId")
            .And.Contain("recoveryWindowInDays", 0.0);
        stack.Registered.Select(resource => resource.Type).Should().NotContain("aws:secretsmanager/secretVersion:SecretVersion");
        (await OutputUtilities.GetValueAsync(stack.Output("managedSecretArns", "ml/hub-token")))
            .Should().Be("arn:aws:secretsmanager:us-east-1:123456789012:secret:ml/hub-token-a1b2c3");
    }

    [Fact]
    public async Task Policy_NamesThoseWhoNameTheSecret_AndFurtherReaders()
    {
        var stack = await StackUnderMocks.DeployAsync(Stack);
        PolicyOf(stack, "ml/hub-token").Should().Contain("role/churn\"").And.Contain("role/rotate\"").And.NotContain("role/other");
        PolicyOf(stack, "unread").Should().Contain("Deny").And.NotContain("Condition");
    }

    [Fact]
    public async Task Rotation_IsByTheFunction()
    {
        var stack = await StackUnderMocks.DeployAsync(Stack);
        var rotation = stack.Inputs("aws:secretsmanager/secretRotation:SecretRotation", "ml/hub-token-rotation");
        rotation["rotationLambdaArn"].Should().Be("arn:aws:lambda:us-east-1:123456789012:function:rotate");
        ((ImmutableDictionary<string, object>)rotation["rotationRules"])["automaticallyAfterDays"].Should().Be(7.0);
    }

    [Fact]
    public async Task KeyOfTheSecret_IsUsedByItsReaders_AndByItsWritersThroughSecretsManager()
    {
        var stack = await StackUnderMocks.DeployAsync(Stack);
        ((string)stack.Inputs("aws:kms/keyPolicy:KeyPolicy", "secrets-key-policy")["policy"])
            .Should().Contain("ReaderUse").And.Contain("WriterUse").And.Contain("secretsmanager.us-east-1.amazonaws.com");
    }

    [Theory]
    [InlineData("""{ "keys": { "k": {} }, "managedSecrets": { "s": { "kmsKey": "k" } } }""", "managedSecrets.s.kmsKey", "name its writers")]
    [InlineData(
        """{ "managedSecrets": { "s": { "readers": ["arn:aws:iam::210987654321:role/p"] } } }""", "managedSecrets.s.readers",
        "give a kmsKey")]
    [InlineData("""{ "managedSecrets": { "s": { "recoveryWindowInDays": 3 } } }""", "managedSecrets.s.recoveryWindowInDays", "7 to 30")]
    [InlineData("""{ "managedSecrets": { "s s": {} } }""", "managedSecrets.s s", "the name of a secret")]
    [InlineData("""{ "keys": { "data": {} }, "managedSecrets": { "s": { "kmsKey": "dat" } } }""", "managedSecrets.s.kmsKey", "'data'")]
    public async Task AFault_IsSaid(string configuration, string path, string message) =>
        (await FluentActions.Awaiting(() => StackUnderMocks.DeployAsync(configuration)).Should().ThrowAsync<InvalidSettingsException>())
            .Which.Faults.Should().ContainSingle(fault => fault.Path == path).Which.ToString().Should().Contain(message);

    private static string PolicyOf(StackUnderMocks stack, string secret) =>
        (string)stack.Inputs("aws:secretsmanager/secretPolicy:SecretPolicy", $"{secret}-secret-policy")["policy"];
}
