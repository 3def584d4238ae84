using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Permissions;

/// <summary>What an execution role needs to attach SageMaker's network interfaces to a VPC.</summary>
/// <remarks>
/// SageMaker AI Developer Guide, "How to use SageMaker AI execution roles", permissions for a private VPC:
/// https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html. The page names the same nine actions for every API. For
/// CreateProcessingJob alone it adds that they must have no condition and no resource filter, since the validation at creation fails
/// otherwise; it says so of the nine together, and names no part that may be scoped. So a role whose VPC is for processing jobs has them as
/// they stand there, on everything; one whose VPC is not has the narrow form, which the page's other APIs work with. A role that may make
/// interfaces anywhere puts them into no instance: what network a job is launched in, who launches it says, and <c>requireVpc</c> of the
/// launcher binds that.
/// Nor does the narrow form say to whom an interface may be lent. <c>ec2:AuthorizedUser</c> would name an account (Amazon EC2 User Guide,
/// "Condition keys"), and no page says which is SageMaker's; by <c>ec2:AuthorizedService</c> AWS binds its service-linked roles alone
/// (AmazonSageMakerCoreServiceRolePolicy, AmazonSageMakerInferenceServiceRolePolicy), and no execution role (AmazonSageMakerFullAccess,
/// AmazonSageMakerJobFullAccess, SageMakerStudioProjectRoleMachineLearningPolicy): a job of a role that is bound by the wrong one of the
/// two never starts.
/// </remarks>
internal static class VpcAccess
{
    private static readonly ImmutableArray<string> Use =
        ["ec2:CreateNetworkInterfacePermission", "ec2:DeleteNetworkInterface", "ec2:DeleteNetworkInterfacePermission"];

    private static readonly ImmutableArray<string> Describe =
    [
        "ec2:DescribeDhcpOptions", "ec2:DescribeNetworkInterfaces", "ec2:DescribeSecurityGroups", "ec2:DescribeSubnets",
        "ec2:DescribeVpcs",
    ];

    public static IEnumerable<Statement> Statements(VpcSettings vpc, AwsAccount account) =>
        vpc.ProcessingJobs ? [Unscoped] : Scoped(vpc, account);

    private static Statement Unscoped => new()
    {
        Sid = "VpcOfProcessingJobs",
        Actions = ["ec2:CreateNetworkInterface", .. Use, .. Describe],
        Resources = ["*"],
    };

    private static IEnumerable<Statement> Scoped(VpcSettings vpc, AwsAccount account)
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
            Actions = Use,
            Resources = [interfaces],
            // An interface has no name to go by; the subnet it stands in tells SageMaker's from everyone else's.
            Conditions = [Condition.ArnEquals("ec2:Subnet", subnets)],
        };
        yield return new Statement
        {
            Sid = "VpcDescribe",
            Actions = Describe,
            Resources = ["*"],
            Conditions = [Condition.StringEquals("ec2:Region", account.Region)],
        };
    }
}
