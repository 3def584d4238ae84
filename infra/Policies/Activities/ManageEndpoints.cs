using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Activities;

/// <summary>Deploy, update, scale, invoke and delete endpoints and their inference components, and read their logs.</summary>
/// <remarks>
/// Service Authorization Reference, "Actions, resources, and condition keys for Amazon SageMaker";
/// SageMaker AI Developer Guide, "Automatic scaling of Amazon SageMaker AI models", prerequisites.
/// An alarm is bound by its name, which Application Auto Scaling makes of the endpoint's, and not by <c>aws:CalledViaLast</c>, by which
/// AmazonSageMakerCanvasFullAccess and SageMakerStudioProjectRoleMachineLearningPolicy bind alarms that are anybody's
/// (<c>alarm:TargetTracking*</c>): the prerequisites ask for it without a condition, and who scales by steps, as from no instances at all
/// ("Scale an endpoint to zero instances"), makes the alarm itself. On alarms of the own names it would keep nobody else's safer. What such
/// an alarm sets off is scaling in SageMaker alone (CloudWatch User Guide, "Using condition keys to limit alarm actions"): otherwise it
/// might stop an instance of EC2.
/// </remarks>
internal sealed record ManageEndpoints : MLActivity
{
    private const string AutoscalingService = "sagemaker.application-autoscaling.amazonaws.com";

    private static readonly ImmutableArray<string> Scaled = ["endpoint", "inference-component"];

    /// <inheritdoc/>
    public override IEnumerable<Statement> Statements(ActivityScope scope)
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
                .. InvokeEndpoints.Resources(scope), .. scope.SageMaker("endpoint-config"),
            ],
        };
        yield return new Statement
        {
            Sid = "DeployModels",
            Actions = ["sagemaker:CreateEndpointConfig", "sagemaker:CreateInferenceComponent"],
            Resources =
            [
                .. InvokeEndpoints.Resources(scope), .. scope.SageMaker("endpoint-config"),
            ],
            Conditions = [ManageModels.OfOwnModels(scope)],
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
            Resources = [scope.Account.Regional("application-autoscaling", "scalable-target/*")],
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
            Resources = [scope.Account.Regional("application-autoscaling", "scalable-target/*")],
        };
        // Application Auto Scaling names its alarms so.
        ImmutableArray<string> alarms =
        [
            .. from type in Scaled
               from prefix in scope.Prefixes(type)
               select scope.Account.Regional("cloudwatch", $"alarm:TargetTracking-{type}/{prefix}*"),
        ];
        yield return new Statement
        {
            Sid = "ScalingAlarms", Actions = ["cloudwatch:DeleteAlarms", "cloudwatch:DescribeAlarms"], Resources = alarms,
        };
        yield return new Statement
        {
            Sid = "SetScalingAlarms",
            Actions = ["cloudwatch:PutMetricAlarm"],
            Resources = alarms,
            Conditions =
            [
                Condition.EachLike(
                    "cloudwatch:AlarmActions", scope.Account.Regional("autoscaling", "scalingPolicy:*:resource/sagemaker/*")),
            ],
        };
        yield return new Statement
        {
            Sid = "ScalingServiceRole",
            Actions = ["iam:CreateServiceLinkedRole"],
            Resources =
            [
                scope.Account.Global(
                    "iam", $"role/aws-service-role/{AutoscalingService}/AWSServiceRoleForApplicationAutoScaling_SageMakerEndpoint"),
            ],
            Conditions = [Condition.StringEquals("iam:AWSServiceName", AutoscalingService)],
        };
        yield return SageMakerLogs.OfEndpoints("EndpointLogs", scope);
    }
}
