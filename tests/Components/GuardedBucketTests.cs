using System.Text.Json.Nodes;

namespace SageMakerIam.Tests.Components;

public class GuardedBucketTests
{
    private const string Roles =
        """ "executionRoles": { "unet": { "roleName": "unet", "buckets": [{ "name": "data", "access": ["read"] }] } }""";

    [Fact]
    public async Task BucketThatIsThere_GetsAPolicyAlone_WhichNamesWhoUsesIt()
    {
        var stack = await StackUnderMocks.DeployAsync($$"""{ {{Roles}}, "guardedBuckets": { "data": {} } }""");

        stack.Registered.Where(resource => resource.Type!.StartsWith("aws:s3/", StringComparison.Ordinal))
            .Select(resource => resource.Name).Should().Equal("data-policy");
        var policy = stack.Inputs("aws:s3/bucketPolicy:BucketPolicy", "data-policy");
        policy["bucket"].Should().Be("data");
        JsonNode.Parse((string)policy["policy"])!["Statement"]!.AsArray()
            .Select(statement => (string?)statement!["Condition"]!["ArnNotLike"]?["aws:PrincipalArn"]).OfType<string>().Should()
            .OnlyContain(arn => arn == "arn:aws:iam::123456789012:role/unet").And.HaveCount(2);
        stack.Outputs.Should().ContainKey("guardedBucketArns");
    }

    [Fact]
    public async Task BucketThatIsMade_IsEncryptedWithItsKey()
    {
        const string key = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
        var stack = await StackUnderMocks.DeployAsync($$"""
            {
              {{Roles}},
              "guardedBuckets": {
                "data": { "create": true, "kmsKey": "{{key}}", "administrators": ["arn:aws:iam::123456789012:role/pulumi"] }
              }
            }
            """);

        stack.Inputs("aws:s3/bucket:Bucket", "data-bucket")["bucket"].Should().Be("data");
        JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(stack.Inputs(
            "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", "data-encryption")["rules"]))!
            .ToJsonString().Should().Contain(key).And.Contain("aws:kms");
        stack.Registered.Select(resource => resource.Name).Should().Contain(["data-public-access", "data-ownership", "data-versioning"]);
    }

    [Fact]
    public async Task WithoutGuardedBuckets_NothingIsOther()
    {
        var stack = await StackUnderMocks.DeployAsync($$"""{ {{Roles}} }""");

        stack.Outputs.Should().NotContainKey("guardedBucketArns");
        stack.Registered.Should().NotContain(resource => resource.Type!.StartsWith("aws:s3/", StringComparison.Ordinal));
    }
}
