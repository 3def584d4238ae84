using SageMakerIam.Policies.Activities;

namespace SageMakerIam.Tests.Policies.Activities;

public class EndpointScalingTests
{
    private const string Target = "arn:aws:application-autoscaling:us-east-1:123456789012:scalable-target/0ec5a1b2";
    private const string ServiceRole =
        "role/aws-service-role/sagemaker.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_SageMakerEndpoint";

    [Theory]
    [InlineData("DeleteScalingPolicy")]
    [InlineData("DeregisterScalableTarget")]
    [InlineData("PutScalingPolicy")]
    [InlineData("RegisterScalableTarget")]
    public async Task SageMakersTargets_AreScaled_AndNoOtherServices(string action)
    {
        (await AllowsAsync($"application-autoscaling:{action}", Target, ("application-autoscaling:service-namespace", "sagemaker")))
            .Should().BeTrue();
        (await AllowsAsync($"application-autoscaling:{action}", Target, ("application-autoscaling:service-namespace", "ecs")))
            .Should().BeFalse();
        (await AllowsAsync($"application-autoscaling:{action}", Target)).Should().BeFalse();
    }

    [Theory]
    [InlineData("DescribeScalableTargets")]
    [InlineData("DescribeScalingPolicies")]
    public async Task Scaling_IsDescribed(string action) => (await AllowsAsync($"application-autoscaling:{action}", "*")).Should().BeTrue();

    [Theory]
    [InlineData("PutMetricAlarm", "TargetTracking-endpoint/unet-1/variant/AllTraffic-AlarmHigh-1", true)]
    [InlineData("DescribeAlarms", "TargetTracking-endpoint/unet-1/variant/AllTraffic-AlarmHigh-1", true)]
    [InlineData("DeleteAlarms", "TargetTracking-endpoint/unet-1/variant/AllTraffic-AlarmHigh-1", true)]
    [InlineData("DeleteAlarms", "TargetTracking-endpoint/other-1/variant/AllTraffic-AlarmHigh-1", false)]
    [InlineData("PutMetricAlarm", "billing", false)]
    public async Task Alarms_AreThoseOfItsEndpointsAlone(string action, string alarm, bool allowed) =>
        (await AllowsAsync($"cloudwatch:{action}", $"arn:aws:cloudwatch:us-east-1:123456789012:alarm:{alarm}")).Should().Be(allowed);

    [Theory]
    [InlineData("arn:aws:autoscaling:us-east-1:123456789012:scalingPolicy:0ec5:resource/sagemaker/endpoint/unet-1/variant/A", true)]
    [InlineData("arn:aws:autoscaling:us-east-1:123456789012:scalingPolicy:0ec5:resource/ecs/service/a/b", false)]
    [InlineData("arn:aws:autoscaling:us-east-1:123456789013:scalingPolicy:0ec5:resource/sagemaker/endpoint/unet-1/variant/A", false)]
    [InlineData("arn:aws:automate:us-east-1:ec2:terminate", false)]
    [InlineData("arn:aws:sns:us-east-1:123456789012:anybody", false)]
    public async Task Alarm_SetsOffScalingInSageMakerAlone(string sets, bool allowed)
    {
        const string alarm = "arn:aws:cloudwatch:us-east-1:123456789012:alarm:TargetTracking-endpoint/unet-1/variant/A-AlarmHigh-1";

        (await AllowsAsync("cloudwatch:PutMetricAlarm", alarm, ("cloudwatch:AlarmActions", sets))).Should().Be(allowed);
    }

    [Theory]
    [InlineData(ServiceRole, "sagemaker.application-autoscaling.amazonaws.com", true)]
    [InlineData(ServiceRole, "ecs.application-autoscaling.amazonaws.com", false)]
    [InlineData("role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS", "sagemaker.application-autoscaling.amazonaws.com", false)]
    public async Task ServiceLinkedRole_IsThatOfEndpointScalingAlone(string role, string service, bool allowed) =>
        (await AllowsAsync("iam:CreateServiceLinkedRole", $"arn:aws:iam::123456789012:{role}", ("iam:AWSServiceName", service)))
            .Should().Be(allowed);

    private static Task<bool> AllowsAsync(string action, string resource, params (string, string)[] context) =>
        PolicyJudge.AllowsAsync(new ManageEndpoints().Statements(PolicyJudge.Scope), action, resource, context);
}
