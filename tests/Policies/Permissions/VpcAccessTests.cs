using SageMakerIam.Iam;
using SageMakerIam.Policies.Permissions;
using SageMakerIam.Settings;

namespace SageMakerIam.Tests.Policies.Permissions;

public class VpcAccessTests
{
    private const string Interface = "arn:aws:ec2:us-east-1:123456789012:network-interface/eni-1";
    private const string Subnet = "arn:aws:ec2:us-east-1:123456789012:subnet/subnet-1";
    private const string OtherSubnet = "arn:aws:ec2:us-east-1:123456789012:subnet/subnet-2";

    [Theory]
    [InlineData(Interface, true)]
    [InlineData(Subnet, true)]
    [InlineData("arn:aws:ec2:us-east-1:123456789012:security-group/sg-1", true)]
    [InlineData(OtherSubnet, false)]
    [InlineData("arn:aws:ec2:us-east-1:123456789012:security-group/sg-2", false)]
    public async Task Interface_IsCreatedInTheNamedSubnetsAndGroupsAlone(string resource, bool allowed) =>
        (await PolicyJudge.AllowsAsync(Statements(), "ec2:CreateNetworkInterface", resource)).Should().Be(allowed);

    [Theory]
    [InlineData("ec2:CreateNetworkInterfacePermission", Subnet, true)]
    [InlineData("ec2:DeleteNetworkInterface", Subnet, true)]
    [InlineData("ec2:DeleteNetworkInterfacePermission", Subnet, true)]
    [InlineData("ec2:DeleteNetworkInterface", OtherSubnet, false)]
    [InlineData("ec2:CreateNetworkInterfacePermission", OtherSubnet, false)]
    public async Task Interface_IsUsedInTheNamedSubnetsAlone(string action, string subnet, bool allowed) =>
        (await PolicyJudge.AllowsAsync(Statements(), action, Interface, ("ec2:Subnet", subnet))).Should().Be(allowed);

    [Theory]
    [InlineData("ec2:DescribeDhcpOptions")]
    [InlineData("ec2:DescribeNetworkInterfaces")]
    [InlineData("ec2:DescribeSecurityGroups")]
    [InlineData("ec2:DescribeSubnets")]
    [InlineData("ec2:DescribeVpcs")]
    public async Task Network_IsDescribedInTheRegionAlone(string action)
    {
        (await PolicyJudge.AllowsAsync(Statements(), action, "*", ("ec2:Region", "us-east-1"))).Should().BeTrue();
        (await PolicyJudge.AllowsAsync(Statements(), action, "*", ("ec2:Region", "eu-west-1"))).Should().BeFalse();
    }

    [Fact]
    public async Task Instances_AreNotTouched() =>
        (await PolicyJudge.AllowsAsync(Statements(), "ec2:TerminateInstances", "arn:aws:ec2:us-east-1:123456789012:instance/i-1")).Should()
            .BeFalse();

    /// <summary>AWS refuses a processing job whose role has a condition or a resource filter on any of these.</summary>
    [Theory]
    [InlineData("ec2:CreateNetworkInterface", Interface)]
    [InlineData("ec2:CreateNetworkInterface", OtherSubnet)]
    [InlineData("ec2:CreateNetworkInterface", "arn:aws:ec2:us-east-1:123456789012:security-group/sg-2")]
    [InlineData("ec2:CreateNetworkInterfacePermission", Interface)]
    [InlineData("ec2:DeleteNetworkInterface", Interface)]
    [InlineData("ec2:DeleteNetworkInterfacePermission", Interface)]
    [InlineData("ec2:DescribeDhcpOptions", "*")]
    [InlineData("ec2:DescribeNetworkInterfaces", "*")]
    [InlineData("ec2:DescribeSecurityGroups", "*")]
    [InlineData("ec2:DescribeSubnets", "*")]
    [InlineData("ec2:DescribeVpcs", "*")]
    public async Task OfProcessingJobs_NothingIsScoped_AndOtherwiseEverythingIs(string action, string resource)
    {
        (await PolicyJudge.AllowsAsync(Statements(processingJobs: true), action, resource)).Should().BeTrue();
        (await PolicyJudge.AllowsAsync(Statements(), action, resource)).Should().Be(
            resource == "*" || (action == "ec2:CreateNetworkInterface" && resource == Interface),
            "the narrow form names subnets and groups");
    }

    [Theory]
    [InlineData("ec2:TerminateInstances", "arn:aws:ec2:us-east-1:123456789012:instance/i-1")]
    [InlineData("ec2:AttachNetworkInterface", Interface)]
    [InlineData("ec2:ModifyNetworkInterfaceAttribute", Interface)]
    public async Task OfProcessingJobs_NothingElseIsAllowed(string action, string resource) =>
        (await PolicyJudge.AllowsAsync(Statements(processingJobs: true), action, resource)).Should().BeFalse();

    [Fact]
    public void ProcessingJobs_AreMeant_UnlessTheSettingsSayOtherwise() =>
        VpcAccess.Statements(new VpcSettings { Subnets = ["subnet-1"], SecurityGroups = ["sg-1"] }, PolicyJudge.Account)
            .Should().ContainSingle().Which.Conditions.Should().BeEmpty();

    private static IEnumerable<Statement> Statements(bool processingJobs = false) => VpcAccess.Statements(
        new VpcSettings { Subnets = ["subnet-1"], SecurityGroups = ["sg-1"], ProcessingJobs = processingJobs }, PolicyJudge.Account);
}
