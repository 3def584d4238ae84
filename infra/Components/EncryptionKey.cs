using Pulumi;
using Pulumi.Aws.Kms;
using SageMakerIam.Settings;

namespace SageMakerIam.Components;

/// <summary>
/// A KMS key with its alias. Roles and users are made after it, since their policies name it, and its own policy after them, since it names
/// them in turn.
/// </summary>
internal sealed class EncryptionKey : ComponentResource
{
    private readonly string name;
    private readonly Key key;

    /// <summary>Makes the key and its alias.</summary>
    /// <param name="name">The name of the component; its children's names begin with it.</param>
    /// <param name="settings">The settings of the key.</param>
    public EncryptionKey(string name, KeySettings settings)
        : base("sagemaker-iam:index:EncryptionKey", name, FormerNames.Options(settings))
    {
        this.name = name;
        key = new Key(
            $"{name}-key",
            new KeyArgs
            {
                Description = $"What {name} of {Deployment.Instance.StackName} encrypts",
                EnableKeyRotation = true,
                DeletionWindowInDays = settings.DeletionWindowInDays,
            },
            new CustomResourceOptions { Parent = this, Protect = settings.Protect });
        KeyArn = key.Arn.Made();
        var alias = new Pulumi.Aws.Kms.Alias(
            $"{name}-alias",
            new AliasArgs { Name = settings.AliasName(name, Deployment.Instance.StackName), TargetKeyId = key.KeyId.Made() },
            new CustomResourceOptions { Parent = this, DeleteBeforeReplace = false });
        AliasName = alias.Name.Made();
        RegisterOutputs(new Dictionary<string, object?> { ["keyArn"] = KeyArn, ["aliasName"] = AliasName });
    }

    /// <summary>The ARN of the key.</summary>
    [Output("keyArn")]
    public Output<string> KeyArn { get; private set; }

    /// <summary>The name of the alias, <c>alias/…</c>.</summary>
    [Output("aliasName")]
    public Output<string> AliasName { get; private set; }

    /// <summary>The ARN of the key, once it has its policy.</summary>
    public Output<string> UsableArn { get; private set; } = Output.Create("");

    /// <summary>Gives the key its policy.</summary>
    /// <param name="document">The policy, as JSON.</param>
    public void Give(Output<string> document)
    {
        var policy = new KeyPolicy(
            $"{name}-key-policy",
            new KeyPolicyArgs { KeyId = key.KeyId.Made(), Policy = document },
            // The provider would change it in place, on the key that it was on.
            new CustomResourceOptions { Parent = this, DeleteBeforeReplace = false, ReplaceOnChanges = { "keyId" } });
        UsableArn = Output.Tuple(KeyArn, policy.KeyId.Made()).WhenMade(made => made.Item1);
    }
}
