using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Permissions.Served;

/// <summary>What the nodes of a HyperPod cluster do as a role, beside what jobs do.</summary>
/// <remarks>
/// SageMaker AI Developer Guide, "AWS Identity and Access Management for SageMaker HyperPod", IAM role for clusters; AWS Managed Policy
/// Reference, AmazonSageMakerClusterInstanceRolePolicy.
/// </remarks>
internal static class HyperPod
{
    public static IEnumerable<Statement> Statements(ExecutionRoleSettings role, AwsAccount account)
    {
        yield return new Statement
        {
            Sid = "Sessions",
            // The agent on a node; a channel belongs to the node that opens it, and the actions know no resource.
            Actions =
            [
                "ssmmessages:CreateControlChannel", "ssmmessages:CreateDataChannel", "ssmmessages:OpenControlChannel",
                "ssmmessages:OpenDataChannel",
            ],
            Resources = ["*"],
        };
        if (role.Vpc is { } vpc)
        {
            foreach (var statement in InVpc(vpc, onEks: !role.EksClusters.IsEmpty, account))
            {
                yield return statement;
            }
        }

        if (!role.EksClusters.IsEmpty)
        {
            yield return new Statement
            {
                Sid = "PodIdentity",
                Actions = ["eks-auth:AssumeRoleForPodIdentity"],
                Resources = [.. role.EksClusters.Select(name => account.Regional("eks", $"cluster/{name}"))],
            };
        }
    }

    private static IEnumerable<Statement> InVpc(VpcSettings vpc, bool onEks, AwsAccount account)
    {
        var interfaces = account.Regional("ec2", "network-interface/*");
        ImmutableArray<Condition> inItsSubnets =
            [Condition.ArnEquals("ec2:Subnet", vpc.Subnets.Select(subnet => account.Regional("ec2", $"subnet/{subnet}")))];
        yield return new Statement
        {
            Sid = "TagInterfaces",
            Actions = ["ec2:CreateTags"],
            Resources = [interfaces],
            // What is made gets its tags with it; nothing else is tagged.
            Conditions = [Condition.StringEquals("ec2:CreateAction", "CreateNetworkInterface")],
        };
        yield return new Statement
        {
            Sid = "NodeInterfaces",
            Actions =
            [
                "ec2:DetachNetworkInterface",
                .. onEks
                    ? (string[])[
                        "ec2:AssignPrivateIpAddresses", "ec2:AttachNetworkInterface", "ec2:ModifyNetworkInterfaceAttribute",
                        "ec2:UnassignPrivateIpAddresses",
                    ]
                    : [],
            ],
            Resources = [interfaces],
            Conditions = inItsSubnets,
        };
        yield return new Statement
        {
            Sid = "NodeInstances",
            // Each is checked against the interface as well, which is in one of the subnets; SageMaker's instances are in its own account.
            Actions = ["ec2:DetachNetworkInterface", .. onEks ? (string[])["ec2:AttachNetworkInterface"] : []],
            Resources = [$"arn:{account.Partition}:ec2:{account.Region}:*:instance/*"],
        };
        if (onEks)
        {
            yield return new Statement
            {
                Sid = "DescribeNodes",
                Actions = ["ec2:DescribeInstances", "ec2:DescribeInstanceTypes", "ec2:DescribeTags"],
                Resources = ["*"],
                Conditions = [Condition.StringEquals("ec2:Region", account.Region)],
            };
        }
    }
}
