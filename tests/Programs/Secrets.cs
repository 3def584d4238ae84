using Pulumi;
using Pulumi.Aws.Iam;
using Pulumi.Aws.SecretsManager;

namespace SageMakerIam.Tests.Programs;

/// <summary>Secrets of the program's own and of a provider's.</summary>
internal static class Secrets
{
    public static Dictionary<string, object?> Create()
    {
        var user = new User("deployer", new UserArgs
        {
            Tags = { ["plain"] = "seen", ["hidden"] = Output.CreateSecret("unseen") },
        });
        var key = new AccessKey("key", new AccessKeyArgs { User = user.Name });
        var more = new AccessKey(
            "more", new AccessKeyArgs { User = user.Name }, new CustomResourceOptions { AdditionalSecretOutputs = { "keyFingerprint" } });
        _ = new SecretVersion("version", new SecretVersionArgs
        {
            SecretId = "store",
            SecretString = key.Secret.Apply(secret => $"AWS_SECRET_KEY={secret}"),
        });
        return new()
        {
            ["secretAccessKeys"] = new Dictionary<string, object?> { ["deployer"] = key.Secret },
            ["both"] = Output.All(key.Secret, user.Arn),
            ["fingerprint"] = more.KeyFingerprint,
            ["name"] = user.Name,
        };
    }
}
