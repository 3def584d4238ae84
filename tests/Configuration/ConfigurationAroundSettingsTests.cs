using System.Text.Json;
using SageMakerIam.Configuration;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Tests.Configuration;

/// <summary>
/// The configuration that is not the settings' own, and would be lost without a word: misspelt namespaces, the provider's keys, the region.
/// </summary>
public class ConfigurationAroundSettingsTests
{
    [Theory]
    [InlineData("sagemaker-aim:executionRoles", "sagemaker-iam:executionRoles")]
    [InlineData("sagemakeriam:deployers", "sagemaker-iam:deployers")]
    [InlineData("sagemaker-iam-prod:passRoleGrant", null)]
    [InlineData("SageMaker-IAM:executionroles", "sagemaker-iam:executionRoles")]
    [InlineData("asw:allowedAccountIds", "aws:allowedAccountIds")]
    [InlineData("AWS:region", "aws:region")]
    [InlineData("sagemaker-eks:clusterName", null)]
    [InlineData("gcp:region", null)]
    [InlineData("pulumi:tags", null)]
    public void Namespace_ThatIsMisspelt_IsAFault_AndAnotherProgramsIsNone(string key, string? meant)
    {
        var known = new Dictionary<string, IReadOnlyCollection<string>>
        {
            ["sagemaker-iam"] = StackSettingsReader.Keys,
            ["aws"] = [.. ProviderConfiguration.Keys.Keys],
        };

        var faults = Namespaces.Faults(Configuration($$"""{ "{{key}}": {} }"""), known).Select(fault => fault.ToString());

        faults.Should().BeEquivalentTo(
            meant is null
                ? []
                : new[] { $"{key}: nothing reads it. Did you mean '{meant}'? Namespaces that are read: sagemaker-iam, aws." });
    }

    [Theory]
    [InlineData(
        """{ "aws:allowedAccountIDs": ["123456789012"] }""",
        "aws:allowedAccountIDs: unknown key. Did you mean 'aws:allowedAccountIds'?*")]
    [InlineData("""{ "aws:allowedAccounts": ["123456789012"] }""", "aws:allowedAccounts: unknown key.*")]
    [InlineData("""{ "aws:assumeRole": { "roleArn": "r" } }""", "aws:assumeRole: unknown key. Did you mean 'aws:assumeRoles'?*")]
    [InlineData("""{ "aws:assumeRoles": [{ "roleARN": "r" }] }""", "aws:assumeRoles[0].roleARN: unknown key. Did you mean 'roleArn'?*")]
    [InlineData(
        """{ "aws:defaultTags": { "tag": { "team": "ml" } } }""",
        "aws:defaultTags.tag: unknown key. Did you mean 'tags'? Known keys: tags.")]
    public void KeyThatTheProviderDoesNotKnow_IsAFault(string configuration, string fault) =>
        ProviderConfiguration.Faults(Configuration(configuration)).Should().ContainSingle().Which.ToString().Should().Match(fault);

    [Fact]
    public void KeysOfTheProvider_AreNoFaults() => ProviderConfiguration.Faults(Configuration("""
        {
          "aws:region": "us-east-1", "aws:profile": "ml", "aws:allowedAccountIds": ["123456789012"], "aws:maxRetries": 5,
          "aws:defaultTags": { "tags": { "any": "tag" } }, "aws:assumeRoles": [{ "roleArn": "r", "externalId": "e" }],
          "aws:endpoints": [{ "iam": "http://127.0.0.1" }], "aws:s3UsePathStyle": true, "other:key": 1
        }
        """)).Should().BeEmpty();

    [Theory]
    [InlineData("us-esat-1", "us-east-1")]
    [InlineData("US-EAST-1", "us-east-1")]
    [InlineData("us-east1", "us-east-1")]
    [InlineData("cn-nroth-1", "cn-north-1")]
    [InlineData("us-gov-esat-1", "us-gov-east-1")]
    public void Region_ThatDoesNotExist_IsReportedWithTheNearestOne(string region, string nearest) =>
        RegionOf($$"""{ "aws:region": "{{region}}" }""").Faults.Should().ContainSingle()
            .Which.ToString().Should()
                .StartWith($"aws:region: '{region}'. The nearest region is '{nearest}'. Expected a region of AWS, such as 'us-east-1'");

    [Theory]
    [InlineData("us-east-1")]
    [InlineData("cn-northwest-1")]
    [InlineData("us-gov-west-1")]
    [InlineData("eusc-de-east-1")]
    public void Region_OfAnyPartition_IsTaken(string region) =>
        RegionOf($$"""{ "aws:region": "{{region}}" }""").Should().BeEquivalentTo((region, Array.Empty<Fault>()));

    [Fact]
    public void Region_ThatIsNewerThanTheList_IsTaken_WhereTheProviderMayTakeIt() =>
        RegionOf("""{ "aws:region": "ap-southeast-9", "aws:skipRegionValidation": "true" }""").Should()
            .BeEquivalentTo(("ap-southeast-9", Array.Empty<Fault>()));

    [Theory]
    [InlineData("US-EAST-1")]
    [InlineData("us-east")]
    [InlineData("")]
    public void Region_ThatIsNotWrittenAsOne_IsReportedEvenThere(string region) =>
        RegionOf($$"""{ "aws:region": "{{region}}", "aws:skipRegionValidation": true }""").Faults.Should().ContainSingle()
            .Which.ToString().Should().StartWith($"aws:region: '{region}'. Expected a region");

    private static (string? Region, IReadOnlyList<Fault> Faults) RegionOf(string configuration)
    {
        var faults = new List<Fault>();
        return (StackConfiguration.ReadRegion(Configuration(configuration), faults), faults);
    }

    private static JsonElement Configuration(string json) => JsonDocument.Parse(json).RootElement;
}
