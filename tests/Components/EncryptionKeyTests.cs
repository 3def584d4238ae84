using System.Text.Json.Nodes;
using Pulumi.Utilities;

namespace SageMakerIam.Tests.Components;

public class EncryptionKeyTests
{
    private const string Stack =
        """
        {
          "keys": { "data": {}, "unused": { "alias": "ml/unused", "deletionWindowInDays": 7 } },
          "executionRoles": {
            "churn": { "roleName": "churn", "kmsKeys": ["data"] },
            "serving": { "roleName": "serving", "secrets": ["token"], "secretKmsKeys": ["data"] },
            "other": { "roleName": "other", "kmsKeys": ["arn:aws:kms:us-east-1:123456789012:key/of-somebody-else"] }
          },
          "deployers": { "ci": { "userName": "ci", "executionRoles": ["churn"], "kmsKeys": ["data"] } },
          "passRoleGrants": {
            "databricks": { "executionRoles": ["churn"], "principal": "arn:aws:iam::123456789012:role/databricks", "kmsKeys": ["data"] }
          }
        }
        """;

    [Fact]
    public async Task Key_IsRotated_AndHasAnAlias()
    {
        var stack = await StackUnderMocks.DeployAsync(Stack);
        stack.Inputs("aws:kms/key:Key", "data-key").Should().Contain("enableKeyRotation", true).And.Contain("deletionWindowInDays", 30.0);
        stack.Inputs("aws:kms/alias:Alias", "data-alias")["name"].Should().Be("alias/sagemaker/dev/data");
        stack.Inputs("aws:kms/key:Key", "unused-key")["deletionWindowInDays"].Should().Be(7.0);
        stack.Inputs("aws:kms/alias:Alias", "unused-alias")["name"].Should().Be("alias/ml/unused");
        (await OutputUtilities.GetValueAsync(stack.Output("keyArns", "data"))).Should().Be(ArnOf("data"));
        (await OutputUtilities.GetValueAsync(stack.Output("keyAliases", "data"))).Should().Be("alias/sagemaker/dev/data");
    }

    [Fact]
    public async Task PolicyOfTheKey_NamesThoseWhoNameTheKey_AndNobodyElse()
    {
        var stack = await StackUnderMocks.DeployAsync(Stack);
        Principals(stack, "data").Should().Equal(
            ("Administration", ""),
            ("WorkUse", "arn:aws:iam::123456789012:role/churn"),
            ("CallerUse", "arn:aws:iam::123456789012:user/ci arn:aws:iam::123456789012:role/databricks"),
            ("ReaderUse", "arn:aws:iam::123456789012:role/serving"));
        Principals(stack, "unused").Should().ContainSingle().Which.Sid.Should().Be("Administration");
    }

    [Fact]
    public async Task PolicyOfWhoNamesTheKey_HasItsArn()
    {
        var stack = await StackUnderMocks.DeployAsync(Stack);
        foreach (var policy in new[]
        {
            stack.Inputs("aws:iam/rolePolicy:RolePolicy", "churn-policy"),
            stack.Inputs("aws:iam/rolePolicy:RolePolicy", "serving-policy"),
            stack.Inputs("aws:iam/userPolicy:UserPolicy", "ci-policy"),
            stack.Inputs("aws:iam/rolePolicy:RolePolicy", "databricks-policy"),
        })
        {
            ((string)policy["policy"]).Should().Contain($"\"{ArnOf("data")}\"").And.NotContain("\"data\"");
        }
    }

    [Fact]
    public async Task ARoleOfTwoKeys_UsesEachForItsOwn()
    {
        var stack = await StackUnderMocks.DeployAsync(
            """
            { "keys": { "data": {}, "secrets": {} },
              "executionRoles": { "churn": { "kmsKeys": ["data"], "secrets": ["token"], "secretKmsKeys": ["secrets"] } } }
            """);
        var policy = (string)stack.Inputs("aws:iam/rolePolicy:RolePolicy", "churn-policy")["policy"];
        policy.Should().Contain(ArnOf("data")).And.Contain(ArnOf("secrets"));
        Principals(stack, "data").Select(statement => statement.Sid).Should().Equal("Administration", "WorkUse");
        Principals(stack, "secrets").Select(statement => statement.Sid).Should().Equal("Administration", "ReaderUse");
    }

    [Fact]
    public async Task Boundary_HasTheArnOfTheKey()
    {
        var stack = await StackUnderMocks.DeployAsync(Stack.Replace("\"keys\"", "\"boundary\": true, \"keys\"", StringComparison.Ordinal));
        ((string)stack.Inputs("aws:iam/policy:Policy", "executionRoles-boundary")["policy"]).Should().Contain(ArnOf("data"));
    }

    [Fact]
    public async Task StackWithoutKeys_HasNoOutputOfThem()
    {
        var stack = await StackUnderMocks.DeployAsync("""{ "executionRoles": { "churn": {} } }""");
        stack.Outputs.Keys.Should().NotContain(name => name.StartsWith("key", StringComparison.Ordinal));
    }

    private static string ArnOf(string key) => $"arn:aws:kms:us-east-1:123456789012:key/{key}-key-1a2b3c4-id";

    private static IEnumerable<(string Sid, string Principals)> Principals(StackUnderMocks stack, string key)
    {
        var policy = JsonNode.Parse((string)stack.Inputs("aws:kms/keyPolicy:KeyPolicy", $"{key}-key-policy")["policy"])!;
        return policy["Statement"]!.AsArray().Select(statement => (
            (string)statement!["Sid"]!,
            statement["Condition"]?["ArnEquals"]?["aws:PrincipalArn"] switch
            {
                JsonArray several => string.Join(' ', several.Select(arn => (string)arn!)),
                var one => (string?)one ?? "",
            }));
    }
}
