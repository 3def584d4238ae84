using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Activities;

/// <summary>Deploy, update, scale, invoke and delete endpoints and their inference components, and read their logs.</summary>
/// <remarks>
/// Service Authorization Reference, "Actions, resources, and condition keys for Amazon SageMaker";
/// SageMaker AI Developer Guide, "Automatic scaling of Amazon SageMaker AI models", prerequisites.
/// </remarks>
internal sealed record ManageEndpoints : MLActivity
{
    private const string AutoscalingService = "sagemaker.application-autoscaling.amazonaws.com";

    /// <inheritdoc/>
    public override IEnumerable<Statement> Statements(ImmutableArray<string> resourcePrefixes, AwsAccount account)
    {
        yield return new Statement
        {
            Sid = "ManageEndpoints",
            Actions =
            [
                .. SageMakerTags.Actions,
                .. InvokeEndpoints.Actions,
                "sagemaker:CreateEndpoint",
                "sagemaker:DeleteEndpoint", "sagemaker:DeleteEndpointConfig", "sagemaker:DeleteInferenceComponent",
                "sagemaker:DescribeEndpoint", "sagemaker:DescribeEndpointConfig", "sagemaker:DescribeInferenceComponent",
                "sagemaker:UpdateEndpoint", "sagemaker:UpdateEndpointWeightsAndCapacities",
                "sagemaker:UpdateInferenceComponent", "sagemaker:UpdateInferenceComponentRuntimeConfig",
            ],
            Resources =
            [
                .. InvokeEndpoints.Resources(resourcePrefixes, account), .. account.SageMaker("endpoint-config", resourcePrefixes),
            ],
        };
        yield return new Statement
        {
            Sid = "DeployModels",
            Actions = ["sagemaker:CreateEndpointConfig", "sagemaker:CreateInferenceComponent"],
            Resources =
            [
                .. InvokeEndpoints.Resources(resourcePrefixes, account), .. account.SageMaker("endpoint-config", resourcePrefixes),
            ],
            Conditions = [ManageModels.OfOwnModels(resourcePrefixes, account)],
        };
        yield return new Statement
        {
            Sid = "ListEndpoints",
            Actions = ["sagemaker:ListEndpointConfigs", "sagemaker:ListEndpoints", "sagemaker:ListInferenceComponents"],
            Resources = ["*"],
        };
        yield return new Statement
        {
            Sid = "ScaleEndpoints",
            Actions =
            [
                "application-autoscaling:DeleteScalingPolicy", "application-autoscaling:DeleteScheduledAction",
                "application-autoscaling:DeregisterScalableTarget", "application-autoscaling:PutScalingPolicy",
                "application-autoscaling:PutScheduledAction", "application-autoscaling:RegisterScalableTarget",
            ],
            // A scalable target's id is random; the namespace keeps this to SageMaker's targets.
            Resources = [account.Regional("application-autoscaling", "scalable-target/*")],
            Conditions = [Condition.StringEquals("application-autoscaling:service-namespace", "sagemaker")],
        };
        yield return new Statement
        {
            Sid = "DescribeScaling",
            Actions =
            [
                "application-autoscaling:DescribeScalableTargets", "application-autoscaling:DescribeScalingActivities",
                "application-autoscaling:DescribeScalingPolicies", "application-autoscaling:DescribeScheduledActions",
            ],
            Resources = ["*"],
        };
        yield return new Statement
        {
            Sid = "ScalingTags",
            // Pulumi and Terraform read the tags of the targets that they make; the action knows no namespace.
            Actions = ["application-autoscaling:ListTagsForResource"],
            Resources = [account.Regional("application-autoscaling", "scalable-target/*")],
        };
        yield return new Statement
        {
            Sid = "ScalingAlarms",
            Actions = ["cloudwatch:DeleteAlarms", "cloudwatch:DescribeAlarms", "cloudwatch:PutMetricAlarm"],
            // Application Auto Scaling names its alarms so.
            Resources =
            [
                .. resourcePrefixes.Select(prefix => account.Regional("cloudwatch", $"alarm:TargetTracking-endpoint/{prefix}*")),
                .. resourcePrefixes.Select(prefix => account.Regional("cloudwatch", $"alarm:TargetTracking-inference-component/{prefix}*")),
            ],
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
