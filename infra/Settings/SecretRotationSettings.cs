using SageMakerIam.Settings.Declarations;
using SageMakerIam.Settings.Formats;

namespace SageMakerIam.Settings;

/// <summary>
/// What rotates a secret, which has to have its first value before: a rotation begins at once, and AWS's own functions look for a current
/// value. Secrets Manager has to be let call the function, and the function's role is a reader of the secret.
/// </summary>
/// <remarks>
/// AWS Secrets Manager User Guide, "Rotation by Lambda function" and "Permissions for Lambda rotation functions"; API Reference,
/// "RotateSecret": it begins the rotation, and does not wait for it; one that fails may leave an empty version pending. The template
/// of AWS's functions reads the current value first, and fails where there is none: aws-samples/aws-secrets-manager-rotation-lambdas,
/// <c>SecretsManagerRotationTemplate/lambda_function.py</c>.
/// </remarks>
internal sealed record SecretRotationSettings
{
    /// <summary>The longest time between rotations, in days.</summary>
    public const int LongestInterval = 1_000;

    /// <summary>The ARN of the Lambda function.</summary>
    [Format<FunctionArn>]
    public required string Function { get; init; }

    /// <summary>After how many days it is rotated again, 1 to 1,000. Default: 30.</summary>
    [WholeNumber(1, LongestInterval, "days")]
    public int EveryDays { get; init; } = 30;
}
