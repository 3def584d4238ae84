using Pulumi;
using Pulumi.Aws.SecretsManager;
using Pulumi.Aws.SecretsManager.Inputs;
using SageMakerIam.Policies.Resources;

namespace SageMakerIam.Components;

/// <summary>A secret without a value, with the policy that says who reads it, and what rotates it.</summary>
internal sealed class ManagedSecret : ComponentResource
{
    /// <summary>Makes the secret and what belongs to it.</summary>
    /// <param name="name">The name of the secret, and of the component; its children's names begin with it.</param>
    /// <param name="args">What the secret is.</param>
    public ManagedSecret(string name, ManagedSecretArgs args)
        : base("sagemaker-iam:index:ManagedSecret", name)
    {
        var settings = args.Settings;
        var key = settings.KmsKey is null ? null : (Input<string>)args.KeyArns.WhenMade(keys => keys.In(settings).KmsKey!);
        var secret = new Secret(
            $"{name}-secret",
            new SecretArgs
            {
                Name = name,
                Description = "Its value is not of the stack",
                KmsKeyId = key,
                RecoveryWindowInDays = settings.RecoveryWindowInDays,
            },
            new CustomResourceOptions { Parent = this, Protect = settings.Protect });
        SecretArn = secret.Arn.Made();
        var policy = new SecretPolicy(
            $"{name}-secret-policy",
            new SecretPolicyArgs
            {
                SecretArn = SecretArn,
                Policy = args.ReaderArns.ToOutput().WhenMade(readers =>
                    ManagedSecretPolicy.Document([.. readers], args.Account).ToJson()),
                BlockPublicPolicy = true,
            },
            new CustomResourceOptions { Parent = this });
        if (settings.Rotation is { } rotation)
        {
            _ = new SecretRotation(
                $"{name}-rotation",
                new SecretRotationArgs
                {
                    SecretId = SecretArn,
                    RotationLambdaArn = rotation.Function,
                    RotationRules = new SecretRotationRotationRulesArgs { AutomaticallyAfterDays = rotation.EveryDays },
                },
                // The function reads the secret as it rotates it.
                new CustomResourceOptions { Parent = this, DependsOn = [policy] });
        }

        RegisterOutputs(new Dictionary<string, object?> { ["secretArn"] = SecretArn });
    }

    /// <summary>The ARN of the secret.</summary>
    [Output("secretArn")]
    public Output<string> SecretArn { get; private set; }
}
