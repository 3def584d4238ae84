using SageMakerIam.Policies.Permissions;

namespace SageMakerIam.Tests.Policies.Permissions;

public class SecretsTests
{
    [Theory]
    [InlineData("secretsmanager:GetSecretValue", "ml/database-credentials-AbCdEf", true)]
    [InlineData("secretsmanager:GetSecretValue", "ml/database-credentials-admin-AbCdEf", false)]
    [InlineData("secretsmanager:GetSecretValue", "ml/other-AbCdEf", false)]
    [InlineData("secretsmanager:DescribeSecret", "ml/database-credentials-AbCdEf", true)]
    [InlineData("secretsmanager:PutSecretValue", "ml/database-credentials-AbCdEf", false)]
    public async Task Secret_IsRead_AndNothingElse(string action, string secret, bool allowed) =>
        (await PolicyJudge.AllowsAsync(
            Secrets.Statements(["ml/database-credentials"], [], PolicyJudge.Account),
            action,
            $"arn:aws:secretsmanager:us-east-1:123456789012:secret:{secret}")).Should().Be(allowed);

    [Theory]
    [InlineData("arn:aws:secretsmanager:eu-west-1:222222222222:secret:shared/token-AbCdEf", true)]
    [InlineData("arn:aws:secretsmanager:eu-west-1:222222222222:secret:shared/token-AbCdEg", false)]
    [InlineData("arn:aws:secretsmanager:us-east-1:222222222222:secret:shared/token-AbCdEf", false)]
    [InlineData("arn:aws:secretsmanager:eu-west-1:123456789012:secret:shared/token-AbCdEf", false)]
    public async Task SecretOfAnotherAccount_IsThatOneAlone(string secret, bool allowed) =>
        (await PolicyJudge.AllowsAsync(
            Secrets.Statements(
                ["arn:aws:secretsmanager:eu-west-1:222222222222:secret:shared/token-AbCdEf"], [], PolicyJudge.Account),
            "secretsmanager:GetSecretValue",
            secret)).Should().Be(allowed);

    [Theory]
    [InlineData("kms:Decrypt", "secretsmanager.eu-west-1.amazonaws.com", true)]
    [InlineData("kms:Decrypt", "s3.eu-west-1.amazonaws.com", false)]
    [InlineData("kms:Decrypt", "secretsmanager.us-east-1.amazonaws.com", false)]
    [InlineData("kms:Decrypt", null, false)]
    [InlineData("kms:Encrypt", "secretsmanager.eu-west-1.amazonaws.com", false)]
    public async Task KeyOfASecret_IsUsedBySecretsManagerAlone(string action, string? via, bool allowed)
    {
        const string key = "arn:aws:kms:eu-west-1:222222222222:key/1234abcd-12ab-34cd-56ef-1234567890ab";
        (string, string)[] context = via is null ? [] : [("kms:ViaService", via)];
        (await PolicyJudge.AllowsAsync(
            Secrets.Statements(["shared"], [key, key.Replace("eu-west-1", "us-east-1")], PolicyJudge.Account), action, key, context))
            .Should().Be(allowed);
    }
}
