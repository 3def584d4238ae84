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
            Keys = ["iam:PassedToService", "iam:AWSServiceName", "application-autoscaling:service-namespace", "kms:ViaService"],
        },
    ];
}
