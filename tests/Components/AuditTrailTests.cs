using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SageMakerIam.Tests.Components;

public class AuditTrailTests
{
    [Fact]
    public async Task Trail_RecordsAllRegions_WithDigests_IntoABucketOfItsOwn()
    {
        var stack = await StackUnderMocks.DeployAsync("""{ "trail": { "name": "audit", "bucket": "logs" } }""");
        var trail = stack.Inputs("aws:cloudtrail/trail:Trail", "Trail-trail");

        (trail["name"], trail["s3BucketName"]).Should().Be(("audit", "logs"));
        (trail["isMultiRegionTrail"], trail["includeGlobalServiceEvents"], trail["enableLogFileValidation"]).Should()
            .Be((true, true, true));
        Selected(trail).Should().Equal("eventCategory=Management");
        stack.Registered.Select(resource => resource.Name).Should()
            .Contain(["logs-bucket", "logs-public-access", "logs-ownership", "logs-versioning", "logs-encryption", "logs-policy"])
            .And.NotContain("logs-lock");
        stack.Outputs.Should().ContainKey("trailArns");
    }

    [Fact]
    public async Task LogsUnderAKeyOfTheStack_AreEncryptedOnceItsPolicyLetsCloudTrail()
    {
        var stack = await StackUnderMocks.DeployAsync("""
            {
              "keys": { "audit": {} },
              "trail": {
                "name": "audit", "bucket": "logs", "kmsKey": "audit", "readers": ["arn:aws:iam::123456789012:role/auditors"]
              }
            }
            """);

        ((string)stack.Inputs("aws:kms/keyPolicy:KeyPolicy", "audit-key-policy")["policy"]).Should()
            .Contain("cloudtrail.amazonaws.com").And.Contain("arn:aws:iam::123456789012:role/auditors");
        stack.Inputs("aws:cloudtrail/trail:Trail", "Trail-trail")["kmsKeyId"].Should().BeOfType<string>().Which.Should()
            .StartWith("arn:aws:kms:us-east-1:123456789012:key/");
        JsonSerializer.Serialize(stack.Inputs(
            "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "logs-encryption")["rules"])
            .Should().Contain("aws:kms").And.Contain("\"bucketKeyEnabled\":false");
        stack.Registered.Select(resource => resource.Name).ToList().Should().ContainInOrder("audit-key-policy", "Trail-trail");
    }

    [Fact]
    public async Task DataEvents_AreThoseThatAreAskedFor()
    {
        var stack = await StackUnderMocks.DeployAsync("""
            {
              "trail": {
                "name": "audit", "bucket": "logs", "dataOf": ["data", "models"], "featureStore": true, "modelInvocations": true,
                "objectLockDays": 365
              }
            }
            """);

        Selected(stack.Inputs("aws:cloudtrail/trail:Trail", "Trail-trail")).Should().Equal(
            "eventCategory=Management",
            "eventCategory=Data resources.type=AWS::S3::Object resources.ARN^arn:aws:s3:::data/,arn:aws:s3:::models/",
            "eventCategory=Data resources.type=AWS::SageMaker::FeatureGroup",
            "eventCategory=Data resources.type=AWS::SageMaker::Endpoint");
        stack.Inputs("aws:s3/bucket:Bucket", "logs-bucket")["objectLockEnabled"].Should().Be(true);
        JsonSerializer.Serialize(stack.Inputs("aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration", "logs-lock")["rule"])
            .Should().Contain("COMPLIANCE").And.Contain("365");
    }

    [Fact]
    public async Task WithoutATrail_NothingIsOther()
    {
        var stack = await StackUnderMocks.DeployAsync("""{ "executionRoles": { "unet": {} } }""");

        stack.Outputs.Should().NotContainKey("trailArns");
        stack.Registered.Should().NotContain(resource => resource.Type!.StartsWith("aws:cloudtrail/", StringComparison.Ordinal));
    }

    // A selector is its fields, each with what its value equals, or begins with.
    private static IEnumerable<string> Selected(ImmutableDictionary<string, object> trail) =>
        JsonNode.Parse(JsonSerializer.Serialize(trail["advancedEventSelectors"]))!.AsArray().Select(selector => string.Join(
            ' ', selector!["fieldSelectors"]!.AsArray().Select(field => field!["equals"] is JsonArray equals
                ? $"{field["field"]}={string.Join(',', equals)}"
                : $"{field["field"]}^{string.Join(',', field["startsWiths"]!.AsArray())}")));
}
