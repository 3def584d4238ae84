using System.Text.Json.Nodes;
using SageMakerIam.Iam;

namespace SageMakerIam.Tests.Iam;

/// <summary>What a policy says that somebody else wrote, in all forms that IAM takes.</summary>
public class GivenPolicyTests
{
    private const string Action = "iam:PutRolePolicy";
    private const string Role = "arn:aws:iam::123456789012:role/SomebodyElse";

    [Theory]
    [InlineData("""{ "Effect": "Allow", "Action": "iam:PutRolePolicy", "Resource": "*" }""")]
    [InlineData("""{ "Effect": "Allow", "Action": ["s3:GetObject", "IAM:put*"], "Resource": ["arn:aws:iam::*:role/*"] }""")]
    [InlineData("""{ "Effect": "Allow", "NotAction": "s3:*", "Resource": "*" }""")]
    [InlineData("""{ "Effect": "Allow", "Action": "*", "NotResource": "arn:aws:iam::*:user/*" }""")]
    public void Allowance_OfEverybody_IsSeen(string statement)
    {
        Policy(statement).Allows(Action, Role).Should().BeTrue();
        Policy($"[{statement}]").Allows(Action, Role).Should().BeTrue();
    }

    [Theory]
    [InlineData("""{ "Effect": "Allow", "Action": "iam:Get*", "Resource": "*" }""")]
    [InlineData("""{ "Effect": "Allow", "Action": "iam:PutRolePolicy", "Resource": "arn:aws:iam::*:role/team-*" }""")]
    [InlineData("""{ "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": { "Bool": { "aws:ViaAWSService": "true" } } }""")]
    [InlineData("""{ "Effect": "Allow", "NotAction": ["iam:*"], "Resource": "*" }""")]
    [InlineData("""{ "Effect": "Allow", "Action": "*", "NotResource": "arn:aws:iam::*:role/*" }""")]
    [InlineData("""{ "Effect": "Deny", "Action": "*", "Resource": "*" }""")]
    public void Allowance_OfLess_IsNone(string statement) => Policy(statement).Allows(Action, Role).Should().BeFalse();

    [Fact]
    public void Denial_OutdoesAnAllowance()
    {
        const string Everything = """{ "Effect": "Allow", "Action": "*", "Resource": "*" }""";
        const string NoRoles = """{ "Effect": "Deny", "Action": "iam:*", "Resource": "*" }""";

        Policy($"[{Everything}]").AllowsEverything.Should().BeTrue();
        Policy($"[{Everything}, {NoRoles}]").AllowsEverything.Should().BeFalse();
        Policy($"[{Everything}, {NoRoles}]").Allows(Action, Role).Should().BeFalse();
        Policy($"[{Everything}, {NoRoles}]").Allows("s3:GetObject", "arn:aws:s3:::any/thing").Should().BeTrue();
    }

    [Theory]
    [InlineData("""{ "Effect": "Allow", "Action": "iam:*", "Resource": "*" }""")]
    [InlineData("""{ "Effect": "Allow", "Action": "*", "Resource": "arn:aws:s3:::*" }""")]
    [InlineData("""{ "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": { "Bool": { "aws:ViaAWSService": "true" } } }""")]
    public void Bound_ThatTakesSomethingAway_DoesNotAllowEverything(string statement) =>
        Policy(statement).AllowsEverything.Should().BeFalse();

    private static GivenPolicy Policy(string statements) =>
        new(JsonNode.Parse($$"""{ "Version": "2012-10-17", "Statement": {{statements}} }""")!);
}
