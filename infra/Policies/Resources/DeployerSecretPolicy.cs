using System.Collections.Immutable;
using SageMakerIam.Iam;

namespace SageMakerIam.Policies.Resources;

/// <summary>The resource policy of a deployer's secret: who may read it. It denies nobody whom another policy lets.</summary>
/// <remarks>AWS Secrets Manager User Guide, "Resource-based policies".</remarks>
internal static class DeployerSecretPolicy
{
    /// <param name="readers">The ARNs of the roles and users.</param>
    /// <param name="secretArn">The secret's ARN.</param>
    public static PolicyDocument Document(ImmutableArray<string> readers, string secretArn) => new(
    [
        new Statement
        {
            Sid = "Readers",
            Principal = Principal.Aws(readers),
            Actions = ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
            Resources = [secretArn],
        },
    ]);
}
