using System.Collections.Immutable;
using SageMakerIam.Iam;

namespace SageMakerIam.Policies.Activities;

/// <summary>Endpoints, their autoscaling, and their logs.</summary>
/// <remarks>
/// Service Authorization Reference, "Actions, resources, and condition keys for Amazon SageMaker";
/// SageMaker AI Developer Guide, "Automatic scaling of Amazon SageMaker AI models", prerequisites.
/// </remarks>
internal static class ManageEndpoints
{
    private const string AutoscalingService = "sagemaker.application-autoscaling.amazonaws.com";

    /// <summary>The statements, for endpoints and endpoint configurations whose names begin with one of the prefixes.</summary>
    public static IEnumerable<Statement> Statements(ImmutableArray<string> resourcePrefixes, AwsAccount account)
    {
        yield return new Statement
        {
            Sid = "ManageEndpoints",
            Actions =
            [
                // Checked as well when an endpoint is created with tags, as the SageMaker SDKs create it.
                "sagemaker:AddTags",
                "sagemaker:CreateEndpoint", "sagemaker:CreateEndpointConfig",
                "sagemaker:DeleteEndpoint", "sagemaker:DeleteEndpointConfig",
                "sagemaker:DescribeEndpoint", "sagemaker:DescribeEndpointConfig",
                "sagemaker:InvokeEndpoint", "sagemaker:UpdateEndpoint", "sagemaker:UpdateEndpointWeightsAndCapacities",
            ],
            Resources = [.. account.SageMaker("endpoint", resourcePrefixes), .. account.SageMaker("endpoint-config", resourcePrefixes)],
        };
        yield return new Statement
        {
            Sid = "ListEndpoints",
            Actions = ["sagemaker:ListEndpointConfigs", "sagemaker:ListEndpoints"],
            Resources = ["*"],
        };
        yield return new Statement
        {
            Sid = "ScaleEndpoints",
            Actions =
            [
                "application-autoscaling:DeleteScalingPolicy", "application-autoscaling:DeregisterScalableTarget",
                "application-autoscaling:PutScalingPolicy", "application-autoscaling:RegisterScalableTarget",
            ],
            // A scalable target's id is random; the namespace keeps this to SageMaker's targets.
            Resources = [account.Regional("application-autoscaling", "scalable-target/*")],
            Conditions = [Condition.StringEquals("application-autoscaling:service-namespace", "sagemaker")],
        };
        yield return new Statement
        {
            Sid = "DescribeScaling",
            Actions = ["application-autoscaling:DescribeScalableTargets", "application-autoscaling:DescribeScalingPolicies"],
            Resources = ["*"],
        };
        yield return new Statement
        {
            Sid = "ScalingAlarms",
            Actions = ["cloudwatch:DeleteAlarms", "cloudwatch:DescribeAlarms", "cloudwatch:PutMetricAlarm"],
            // Application Auto Scaling names its alarms so.
            Resources = [.. resourcePrefixes.Select(prefix => account.Regional("cloudwatch", $"alarm:TargetTracking-endpoint/{prefix}*"))],
        };
        yield return new Statement
        {
            Sid = "ScalingServiceRole",
            Actions = ["iam:CreateServiceLinkedRole"],
            Resources =
            [
                account.Global(
                    "iam", $"role/aws-service-role/{AutoscalingService}/AWSServiceRoleForApplicationAutoScaling_SageMakerEndpoint"),
            ],
            Conditions = [Condition.StringEquals("iam:AWSServiceName", AutoscalingService)],
        };
        yield return SageMakerLogs.OfGroups("EndpointLogs", "Endpoints", resourcePrefixes, account);
    }
}
