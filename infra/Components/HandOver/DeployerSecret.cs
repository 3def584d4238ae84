using System.Text.Json;
using Pulumi;
using Pulumi.Aws.SecretsManager;
using SageMakerIam.Policies.Resources;
using SageMakerIam.Settings;

namespace SageMakerIam.Components.HandOver;

/// <summary>Keeps a deployer's current access key in Secrets Manager; a new key is a new version of the secret.</summary>
internal static class DeployerSecret
{
    /// <summary>Makes the secret, and answers its ARN.</summary>
    public static Output<string> Create(
        string name,
        SecretsManagerSettings settings,
        Output<string> accessKeyId,
        Output<string> secretAccessKey,
        DeployerUserArgs args,
        ComponentResource parent)
    {
        var options = new CustomResourceOptions { Parent = parent };
        var secret = new Secret(
            $"{name}-secret",
            new SecretArgs
            {
                Description = $"The access key of the deployer {name}",
                KmsKeyId = Optional.Input(settings.KmsKey),
                RecoveryWindowInDays = settings.RecoveryWindowInDays,
            },
            options);
        var secretArn = secret.Arn.Made();
        _ = new SecretVersion(
            $"{name}-secret-version",
            new SecretVersionArgs
            {
                SecretId = secret.Id,
                SecretString = Output.Tuple(accessKeyId, secretAccessKey, args.ExecutionRoleArns.ToOutput()).WhenMade(values =>
                    Json(values.Item1, values.Item2, args.Account.Region, values.Item3.FirstOrDefault())),
            },
            options);
        if (!settings.Readers.IsEmpty)
        {
            _ = new SecretPolicy(
                $"{name}-secret-policy",
                new SecretPolicyArgs
                {
                    SecretArn = secretArn,
                    Policy = Output.Tuple(secretArn, args.SecretReaders).WhenMade(made =>
                        DeployerSecretPolicy.Document(made.Item2, made.Item1).ToJson()),
                    BlockPublicPolicy = true,
                },
                options);
        }

        return secretArn;
    }

    // The names of environment variables, so that ECS or an operator of Kubernetes can put them there as they are.
    private static string Json(string accessKeyId, string secretAccessKey, string region, string? roleArn)
    {
        var values = new OrderedDictionary<string, string>
        {
            ["AWS_ACCESS_KEY_ID"] = accessKeyId,
            ["AWS_SECRET_ACCESS_KEY"] = secretAccessKey,
            ["AWS_REGION"] = region,
        };
        if (roleArn is not null)
        {
            values["SAGEMAKER_ROLE"] = roleArn;
        }

        return JsonSerializer.Serialize(values);
    }
}
