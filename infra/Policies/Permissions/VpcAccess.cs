using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Permissions;

/// <summary>What an execution role needs to attach SageMaker's network interfaces to a VPC.</summary>
/// <remarks>SageMaker AI Developer Guide, "How to use SageMaker AI execution roles", permissions for a private VPC.</remarks>
internal static class VpcAccess
{
    public static IEnumerable<Statement> Statements(VpcSettings vpc, AwsAccount account)
    {
        var interfaces = account.Regional("ec2", "network-interface/*");
        var subnets = vpc.Subnets.Select(subnet => account.Regional("ec2", $"subnet/{subnet}")).ToImmutableArray();

        yield return new Statement
        {
            Sid = "VpcCreateInterface",
            Actions = ["ec2:CreateNetworkInterface"],
            Resources =
            [
                interfaces, .. subnets,
                .. vpc.SecurityGroups.Select(group => account.Regional("ec2", $"security-group/{group}")),
            ],
        };
        yield return new Statement
        {
            Sid = "VpcUseInterface",
            Actions =
            [
                "ec2:CreateNetworkInterfacePermission", "ec2:DeleteNetworkInterface", "ec2:DeleteNetworkInterfacePermission",
            ],
            Resources = [interfaces],
            // An interface has no name to go by; the subnet it stands in tells SageMaker's from everyone else's.
            Conditions = [Condition.ArnEquals("ec2:Subnet", subnets)],
        };
        yield return new Statement
        {
            Sid = "VpcDescribe",
            Actions =
            [
                "ec2:DescribeDhcpOptions", "ec2:DescribeNetworkInterfaces", "ec2:DescribeSecurityGroups",
                "ec2:DescribeSubnets", "ec2:DescribeVpcs",
            ],
            Resources = ["*"],
            Conditions = [Condition.StringEquals("ec2:Region", account.Region)],
        };
    }
}
