using System.Text.Json.Nodes;
using Proof.Judging;
using SageMakerIam.Policies.Resources;
using SageMakerIam.Tests.Proof;

namespace SageMakerIam.Tests.Policies.Resources;

/// <summary>Who reads a secret of the stack.</summary>
public class ManagedSecretPolicyTests
{
    private const string Secret = "arn:aws:secretsmanager:us-east-1:123456789012:secret:ml/hub-token-a1B2c3";
    private const string Partner = "arn:aws:iam::210987654321:role/partner";
    private const string Read = "secretsmanager:GetSecretValue";
    private const string Everything = """{"Effect":"Allow","Action":"*","Resource":"*"}""";
    private const string Trust = """{"Effect":"Allow","Principal":{"Service":"sagemaker.amazonaws.com"},"Action":"sts:AssumeRole"}""";

    [Theory]
    [InlineData("arn:aws:iam::123456789012:role/churn", Read, true)]
    [InlineData("arn:aws:iam::123456789012:role/bare", Read, false)]
    [InlineData("arn:aws:iam::123456789012:role/churn2", Read, false)]
    [InlineData("arn:aws:iam::123456789012:role/administrator", Read, false)]
    [InlineData("arn:aws:iam::123456789012:role/administrator", "secretsmanager:PutSecretValue", true)]
    [InlineData("arn:aws:iam::123456789012:role/administrator", "secretsmanager:PutResourcePolicy", true)]
    [InlineData("arn:aws:iam::123456789012:role/administrator", "secretsmanager:DeleteSecret", true)]
    [InlineData(Partner, Read, true)]
    [InlineData(Partner, "secretsmanager:DescribeSecret", true)]
    [InlineData(Partner, "secretsmanager:PutSecretValue", false)]
    [InlineData("arn:aws:iam::210987654321:role/partner2", Read, false)]
    [InlineData("arn:aws:iam::333333333333:role/partner", Read, false)]
    public async Task ItIsReadByThoseWhoAreNamed_AndNobodyIsLockedOutOfItsAdministration(string by, string action, bool allowed) =>
        (await DecideAsync(by, action, ["arn:aws:iam::123456789012:role/churn", "arn:aws:iam::123456789012:role/bare", Partner]))
            .Should().Be(allowed);

    [Fact]
    public async Task WithoutReaders_NobodyReadsIt() =>
        (await DecideAsync("arn:aws:iam::123456789012:role/administrator", Read, [])).Should().BeFalse();

    private static async Task<bool> DecideAsync(string by, string action, string[] readers)
    {
        var account = new Account()
            .Role("churn", Trust, $$"""{"Effect":"Allow","Action":"{{Read}}","Resource":"{{Secret}}"}""")
            .Role("churn2", Trust, Everything)
            .Role("administrator", Trust, Everything)
            .Role("bare", Trust);
        var policy = JsonNode.Parse(ManagedSecretPolicy.Document([.. readers], PolicyJudge.Account).ToJson());
        var without = new JudgedWorld([account.Details], SmallStack.Place);
        var world = without with { Layers = new() { Resources = new(KeyValuePair.Create(Secret, policy)) } };
        (await Judge.DecideAsync(without, by, action, Secret)).Allowed.Should().Be(
            by.Contains(":123456789012:", StringComparison.Ordinal) && !by.EndsWith("/bare", StringComparison.Ordinal),
            "without a policy of the secret's, those of the account decide");
        var decision = await Judge.DecideAsync(world, by, action, Secret);
        decision.Failed.Should().BeFalse(decision.Why);
        return decision.Allowed;
    }
}
