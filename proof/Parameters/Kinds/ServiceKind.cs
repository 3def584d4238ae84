using System.Collections.Immutable;

namespace Proof.Parameters.Kinds;

/// <summary>A service principal, <c>sagemaker.amazonaws.com</c> say.</summary>
internal sealed class ServiceKind : ParameterKind
{
    private static readonly ImmutableArray<string> Services =
    [
        "cloudformation.amazonaws.com", "codebuild.amazonaws.com", "ec2.amazonaws.com", "ecs-tasks.amazonaws.com",
        "glue.amazonaws.com", "lambda.amazonaws.com", "sagemaker.amazonaws.com", "states.amazonaws.com",
    ];

    private const string OfSageMaker = ":resource/sagemaker/";

    public override string Word => "service";

    public override string Expected => "a service principal, sagemaker.amazonaws.com say";

    public override string Sample => "sagemaker.amazonaws.com";

    public override string Pattern => @".*\.amazonaws\.com.*";

    public override ImmutableArray<string> JsonTypes => ["string"];

    public override ImmutableArray<Exchange> Exchanges { get; } =
    [
        new("service")
        {
            Strangers = (value, _) => [.. Services, .. Nearest.Of(value)],
            StrangersToLiteral =
                [.. from service in (string[])[.. Services, "ecs", "rds.application-autoscaling.amazonaws.com"]
                    select (Func<string, string?>)(_ => service)],
            Keys =
            [
                "iam:PassedToService", "iam:AWSServiceName", "application-autoscaling:service-namespace", "kms:ViaService",
                "cloudwatch:AlarmActions",
            ],
            StrangersToValue = (value, near) =>
                value.Contains(OfSageMaker, StringComparison.Ordinal) ? OtherActions(value, near.Place) : Exchange.NearestAndNone(value),
        },
    ];

    // What an alarm may set off beside the scaling of SageMaker's: one that sets nothing off is nobody's harm. CloudWatch API Reference,
    // "PutMetricAlarm".
    private static IEnumerable<string> OtherActions(string policy, Place place) =>
    [
        $"arn:{place.Partition}:automate:{place.Region}:ec2:terminate",
        policy.Replace(OfSageMaker, ":resource/sagemaker2/", StringComparison.Ordinal),
        policy.Replace(OfSageMaker, ":resource/ecs/", StringComparison.Ordinal),
        .. Nearest.OfElsewhere(policy),
    ];
}
