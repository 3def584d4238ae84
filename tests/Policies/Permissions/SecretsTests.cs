using SageMakerIam.Policies.Permissions;

namespace SageMakerIam.Tests.Policies.Permissions;

public class SecretsTests
{
    [Theory]
    [InlineData("secretsmanager:GetSecretValue", "ml/database-credentials-AbCdEf", true)]
    [InlineData("secretsmanager:GetSecretValue", "ml/database-credentials-admin-AbCdEf", false)]
    [InlineData("secretsmanager:GetSecretValue", "ml/other-AbCdEf", false)]
    [InlineData("secretsmanager:PutSecretValue", "ml/database-credentials-AbCdEf", false)]
    public async Task Secret_IsRead_AndNothingElse(string action, string secret, bool allowed) =>
        (await PolicyJudge.AllowsAsync(
            Secrets.Statements(["ml/database-credentials"], PolicyJudge.Account),
            action,
            $"arn:aws:secretsmanager:us-east-1:123456789012:secret:{secret}")).Should().Be(allowed);
}
