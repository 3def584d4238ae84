using System.Collections.Immutable;
using Pulumi;

namespace SageMakerIam.Tests.Components;

public class VpcEndpointsTests
{
    private const string Type = "aws:ec2/vpcEndpoint:VpcEndpoint";

    private const string Main = """
        "vpcId": "vpc-0a1b", "subnets": ["subnet-0a1b", "subnet-0c2d"], "securityGroups": ["sg-0a1b"], "routeTables": ["rtb-0a1b"]
        """;

    [Fact]
    public async Task Endpoints_AreInterfaces_ButForThatOfS3_WhichIsAGateway()
    {
        var stack = await StackUnderMocks.DeployAsync($$"""{ "endpoints": { "main": { {{Main}} } } }""");

        stack.Registered.Where(resource => resource.Type == Type).Select(resource => resource.Name).Should().BeEquivalentTo(
            "main-sagemaker.api", "main-sagemaker.runtime", "main-sts", "main-ecr.api", "main-ecr.dkr", "main-logs", "main-s3");
        var interfaces = stack.Inputs(Type, "main-sagemaker.api");
        (interfaces["serviceName"], interfaces["vpcEndpointType"], interfaces["privateDnsEnabled"], interfaces["vpcId"]).Should()
            .Be(("com.amazonaws.us-east-1.sagemaker.api", "Interface", true, "vpc-0a1b"));
        Texts(interfaces["subnetIds"]).Should().Equal("subnet-0a1b", "subnet-0c2d");
        Texts(interfaces["securityGroupIds"]).Should().Equal("sg-0a1b");
        interfaces.Should().NotContainKey("routeTableIds");
        var gateway = stack.Inputs(Type, "main-s3");
        (gateway["serviceName"], gateway["vpcEndpointType"]).Should().Be(("com.amazonaws.us-east-1.s3", "Gateway"));
        Texts(gateway["routeTableIds"]).Should().Equal("rtb-0a1b");
        gateway.Should().NotContainKeys("subnetIds", "securityGroupIds", "privateDnsEnabled");
    }

    [Fact]
    public async Task EndpointsThatAreThere_AreNotMade_AndAGuardedBucketNamesEither()
    {
        var stack = await StackUnderMocks.DeployAsync($$"""
            {
              "endpoints": {
                "main": { "services": ["s3"], {{Main}} },
                "there": { "services": ["sts"], {{Main}}, "existing": [{ "service": "s3", "id": "vpce-0e3f" }] }
              },
              "guardedBuckets": {
                "data": { "principals": ["arn:aws:iam::123456789012:role/r"], "endpoints": ["main", "there", "vpce-0a1b"] }
              }
            }
            """);

        stack.Registered.Where(resource => resource.Type == Type).Select(resource => resource.Name).Should()
            .BeEquivalentTo("main-s3", "there-sts");
        ((string)stack.Inputs("aws:s3/bucketPolicy:BucketPolicy", "data-policy")["policy"]).Should()
            .Contain(""""aws:SourceVpce":["main-s3-1a2b3c4","vpce-0e3f","vpce-0a1b"]"""");
        var ids = (IDictionary<string, IDictionary<string, Output<string>>>)stack.Outputs["endpointIds"]!;
        ids["there"].Keys.Should().BeEquivalentTo("sts", "s3");
    }

    [Fact]
    public async Task WithoutEndpoints_NothingIsOther()
    {
        var stack = await StackUnderMocks.DeployAsync("""{ "executionRoles": { "unet": {} } }""");

        stack.Outputs.Should().NotContainKey("endpointIds");
        stack.Registered.Should().NotContain(resource => resource.Type == Type);
    }

    private static IEnumerable<object> Texts(object list) => (ImmutableArray<object>)list;
}
