using SageMakerIam.Policies.Permissions.Served;
using SageMakerIam.Settings;

namespace SageMakerIam.Tests.Policies.Permissions;

/// <summary>What a feature that works as a role may do, and only in what the role names.</summary>
public class ServedFeaturesTests
{
    private const string Interface = "arn:aws:ec2:us-east-1:123456789012:network-interface/eni-1";
    private const string Subnet = "ec2:Subnet=arn:aws:ec2:us-east-1:123456789012:subnet/subnet-1";
    private const string OtherSubnet = "ec2:Subnet=arn:aws:ec2:us-east-1:123456789012:subnet/subnet-2";
    private const string Eks = "arn:aws:eks:us-east-1:123456789012:cluster";
    private const string Own = "aws:ResourceAccount=123456789012";
    private const string Glue = "arn:aws:glue:us-east-1:123456789012";
    private const string Ours = "arn:aws:sagemaker:us-east-1:123456789012";

    private static readonly ExecutionRoleSettings Role = new()
    {
        ResourcePrefixes = ["unet-"],
        EksClusters = ["unet-eks"],
        Vpc = new() { Subnets = ["subnet-1"], SecurityGroups = ["sg-1"] },
        Buckets =
        [
            new() { Name = "store", Access = [S3AccessLevel.Read, S3AccessLevel.Write], Prefix = "features/" },
            new() { Name = "raw", Access = [S3AccessLevel.Read] },
        ],
    };

    [Theory]
    [InlineData(ServedFeature.FeatureStore, "s3:GetBucketAcl", "arn:aws:s3:::store", Own, true)]
    [InlineData(ServedFeature.FeatureStore, "s3:GetBucketAcl", "arn:aws:s3:::store", "aws:ResourceAccount=222222222222", false)]
    [InlineData(ServedFeature.FeatureStore, "s3:GetBucketAcl", "arn:aws:s3:::raw", Own, false)]
    [InlineData(ServedFeature.FeatureStore, "s3:PutObjectAcl", "arn:aws:s3:::store/features/1", Own, true)]
    [InlineData(ServedFeature.FeatureStore, "s3:PutObjectAcl", "arn:aws:s3:::store/payroll/1", Own, false)]
    [InlineData(ServedFeature.FeatureStore, "s3:PutBucketAcl", "arn:aws:s3:::store", Own, false)]
    [InlineData(ServedFeature.FeatureStore, "glue:UpdateTable", $"{Glue}:table/sagemaker_featurestore/unet", "", true)]
    [InlineData(ServedFeature.FeatureStore, "glue:UpdateTable", $"{Glue}:table/payroll/t", "", false)]
    [InlineData(ServedFeature.FeatureStore, "glue:DeleteTable", $"{Glue}:table/sagemaker_featurestore/unet", "", false)]
    [InlineData(ServedFeature.Mlflow, "sagemaker:CreateModelPackageGroup", $"{Ours}:model-package-group/unet-1", "", true)]
    [InlineData(ServedFeature.Mlflow, "sagemaker:UpdateModelPackage", $"{Ours}:model-package/unet-1/1", "", true)]
    [InlineData(ServedFeature.Mlflow, "sagemaker:UpdateModelPackage", $"{Ours}:model-package/other-1/1", "", false)]
    [InlineData(ServedFeature.Mlflow, "sagemaker:DeleteModelPackage", $"{Ours}:model-package/unet-1/1", "", false)]
    [InlineData(ServedFeature.HyperPod, "ssmmessages:OpenDataChannel", "*", "", true)]
    [InlineData(ServedFeature.HyperPod, "ec2:DetachNetworkInterface", Interface, Subnet, true)]
    [InlineData(ServedFeature.HyperPod, "ec2:DetachNetworkInterface", Interface, OtherSubnet, false)]
    [InlineData(ServedFeature.HyperPod, "ec2:AttachNetworkInterface", Interface, Subnet, true)]
    [InlineData(ServedFeature.HyperPod, "ec2:AssignPrivateIpAddresses", Interface, OtherSubnet, false)]
    [InlineData(ServedFeature.HyperPod, "ec2:CreateTags", Interface, "ec2:CreateAction=CreateNetworkInterface", true)]
    [InlineData(ServedFeature.HyperPod, "ec2:CreateTags", Interface, "", false)]
    [InlineData(ServedFeature.HyperPod, "ec2:TerminateInstances", "arn:aws:ec2:us-east-1:123456789012:instance/i-1", "", false)]
    [InlineData(ServedFeature.HyperPod, "eks-auth:AssumeRoleForPodIdentity", $"{Eks}/unet-eks", "", true)]
    [InlineData(ServedFeature.HyperPod, "eks-auth:AssumeRoleForPodIdentity", $"{Eks}/other", "", false)]
    internal async Task Feature_IsServedInWhatIsNamedAlone(ServedFeature feature, string action, string on, string context, bool allowed) =>
        (await AllowsAsync(Role with { Serves = [feature] }, action, on, context)).Should().Be(allowed);

    [Theory]
    [InlineData("unet_features", true)]
    [InlineData("sagemaker_featurestore", false)]
    [InlineData("unet_features2", false)]
    public async Task FeatureStore_KeepsTheTablesOfTheDatabasesThatAreNamed(string database, bool allowed) => (await AllowsAsync(
        Role with { Serves = [ServedFeature.FeatureStore], GlueDatabases = ["unet_features"] },
        "glue:UpdateTable", $"{Glue}:table/{database}/t", "")).Should().Be(allowed);

    [Theory]
    [InlineData("ec2:AttachNetworkInterface")]
    [InlineData("ec2:AssignPrivateIpAddresses")]
    public async Task NodesOfSlurm_HaveNoAddressesOfPods(string action) =>
        (await AllowsAsync(Role with { Serves = [ServedFeature.HyperPod], EksClusters = [] }, action, Interface, Subnet))
            .Should().BeFalse();

    [Fact]
    public async Task NodesOutsideOfAVpc_TouchNoNetwork() =>
        (await AllowsAsync(Role with { Serves = [ServedFeature.HyperPod], Vpc = null }, "ec2:DetachNetworkInterface", Interface, Subnet))
            .Should().BeFalse();

    [Fact]
    public void ARoleThatServesNothing_HasNothingOfThese() =>
        ServedFeatures.Statements(Role, PolicyJudge.Account).Should().BeEmpty();

    private static Task<bool> AllowsAsync(ExecutionRoleSettings role, string action, string on, string context) => PolicyJudge.AllowsAsync(
        ServedFeatures.Statements(role, PolicyJudge.Account),
        action,
        on,
        context.Split('=', 2) is [var key, var value] ? [(key, value)] : []);
}
