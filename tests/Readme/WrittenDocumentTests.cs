using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SageMakerIam.Tests.Components;
using SageMakerIam.Tests.Repository;
using SageMakerIam.Tests.Schemas;

namespace SageMakerIam.Tests.Readme;

/// <summary>What documents say of settings is what the settings say of themselves.</summary>
public partial class WrittenDocumentTests
{
    private static readonly SettingsReference Reference = new();

    [Fact]
    public void Reference_HasEachSetting() => WrittenPart.ShouldBe("docs/settings.md", "settings", Reference.Settings());

    [Fact]
    public void Reference_HasEachWord() => WrittenPart.ShouldBe("docs/settings.md", "words", Reference.Words());

    [Fact]
    public void Docs_HaveEachKeyOfAPrincipalOfAContract()
    {
        var keys = JsonNode.Parse(AccessSchema.Render())!["definitions"]!["principal"]!["properties"]!.AsObject();

        WrittenPart.ShouldBe(
            "docs/access-contracts.md",
            "keys of a principal",
            $"| key | meaning |\n| --- | --- |\n{string.Concat(keys.Select(key => $"| `{key.Key}` | {key.Value!["description"]} |\n"))}");
    }

    [Fact]
    public void Readme_ShowsTheStackFileThatItPlays() =>
        WrittenPart.ShouldBe("README.md", "Pulumi.dev.yaml", $"```yaml\n{RepositoryFiles.Text("Pulumi.dev.yaml")}```\n");

    [Fact]
    public async Task Outputs_AreThoseOfAStackThatHasEverything()
    {
        var stack = await StackUnderMocks.DeployAsync("""
            {
              "boundary": true,
              "executionRoles": { "training": { "buckets": [{ "name": "guarded", "access": ["read"] }] } },
              "keys": { "data": {} },
              "managedSecrets": { "token": {} },
              "guardedBuckets": { "guarded": {} },
              "endpoints": { "vpc": { "services": ["s3"], "vpcId": "vpc-0123456789abcdef0", "routeTables": ["rtb-0123456789abcdef0"] } },
              "repositories": { "images": {} },
              "analyzer": { "name": "shared" },
              "trail": { "name": "audit", "bucket": "logs" }
            }
            """);

        OutputRow().Matches(RepositoryFiles.Text("docs/outputs.md")).SelectMany(row => row.Groups["name"].Captures)
            .Select(name => name.Value).Should().BeEquivalentTo(stack.Outputs.Keys);
    }

    [Fact]
    public void Setting_NamesItsDefault_UnlessItHasToBeThere() => Reference.All
        .Where(setting => setting.IsRequired == Documentation.Summary(setting.Property).Contains("Default: ", StringComparison.Ordinal))
        .Select(setting => $"{setting.Property.DeclaringType!.Name}.{setting.Property.Name}").Should().BeEmpty();

    [GeneratedRegex("^\\| (?:`(?<name>[A-Za-z]+)`(?:, )?)+ \\| (?:no|yes) \\|", RegexOptions.Multiline)]
    private static partial Regex OutputRow();
}
