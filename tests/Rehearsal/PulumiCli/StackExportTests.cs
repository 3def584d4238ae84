using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws;
using Rehearsal.PulumiCli;
using Wire;

namespace SageMakerIam.Tests.Rehearsal.PulumiCli;

/// <summary>What is read of <c>pulumi stack export --show-secrets</c>.</summary>
public sealed class StackExportTests
{
    private static readonly StackExport Export = new(JsonNode.Parse("""
        {
          "version": 3,
          "deployment": {
            "resources": [
              {
                "urn": "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev", "type": "pulumi:pulumi:Stack",
                "outputs": {
                  "keys": {
                    "ci": {
                      "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
                      "plaintext": "\"AKIA\""
                    }
                  },
                  "count": 2
                }
              },
              {
                "urn": "urn:pulumi:dev::shop::pulumi:providers:aws::account-1", "type": "pulumi:providers:aws",
                "inputs": { "region": "us-east-1", "assumeRoles": "[{\"roleArn\":\"arn:aws:iam::222222222222:role/pulumi\"}]" }
              },
              { "urn": "urn:pulumi:dev::shop::aws:iam/role:Role::held", "type": "aws:iam/role:Role", "protect": true }
            ]
          }
        }
        """)!);

    [Fact]
    public void SecretOutput_IsMarked_WhereverItStands()
    {
        var keys = Export.Outputs["keys"].Should().BeOfType<ImmutableDictionary<string, object?>>().Which;
        keys["ci"].Should().Be(new Secret("AKIA"));
        PropertyValue.ToJson(PropertyValue.Mask(keys))!.ToJsonString().Should().Be("""{"ci":"[secret]"}""");
        Export.Outputs["count"].Should().Be(2.0);
    }

    [Fact]
    public void ProviderOfAnotherAccount_IsKnownByTheRoleThatItAssumes() =>
        AwsProviderSettings.Target(Export.AwsProviders.Single(), "111111111111").Account.Should().Be("222222222222");

    [Fact]
    public void ProtectedResources_AreKnown() => Export.Protected.Should().Equal("urn:pulumi:dev::shop::aws:iam/role:Role::held");

    [Fact]
    public void StackThatWasNeverUpdated_HoldsNothing()
    {
        var empty = new StackExport(JsonNode.Parse("""{"version":3,"deployment":{"manifest":{}}}""")!);

        empty.Outputs.Should().BeEmpty();
        empty.Protected.Should().BeEmpty();
    }
}
