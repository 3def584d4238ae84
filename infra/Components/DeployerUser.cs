using Pulumi;
using Pulumi.Aws.Iam;
using SageMakerIam.Components.HandOver;
using SageMakerIam.Plan.Rotation;

namespace SageMakerIam.Components;

/// <summary>
/// A deployer: an IAM user that creates jobs, models and endpoints, with its policies and access keys that leave
/// the component only as secrets.
/// </summary>
internal sealed class DeployerUser : ComponentResource
{
    /// <summary>Makes the user and what belongs to it.</summary>
    /// <param name="name">The name of the component; its children's names begin with it.</param>
    /// <param name="args">What the deployer is.</param>
    /// <param name="options">The options of the component.</param>
    public DeployerUser(string name, DeployerUserArgs args, ComponentResourceOptions? options = null)
        : base("sagemaker-iam:index:DeployerUser", name, options)
    {
        var (settings, account) = (args.Settings, args.Account);
        var adoption = settings.Adopt is null ? null : new Adoption(settings.UserName!, settings.Adopt, account);

        var user = new User(
            $"{name}-user",
            new UserArgs
            {
                Name = Optional.Input(settings.UserName),
                PermissionsBoundary = args.PermissionsBoundary,
                Tags = Optional.Tags(settings.Guardrails),
            },
            new CustomResourceOptions
            {
                Parent = this,
                Protect = settings.Protect,
                DeleteBeforeReplace = false,
                ImportId = adoption?.Principal,
                IgnoreChanges = adoption is null ? [] : Adoption.IgnoredChanges(args.PermissionsBoundary is not null),
                // The provider would rename the user in place and then not find the old access key, which would live on.
                ReplaceOnChanges = { "name" },
            });

        (UserArn, UserName) = (user.Arn.Made(), user.Name.Made());
        var holder = new UserHolder(UserName);
        var held = PrincipalPolicies.Attach(
            name, holder, args.Policies, args.ExecutionRoleArns.ToOutput(), args.KeyArns, this, adoption: adoption);
        PrincipalPolicies.Claim(name, holder, held, settings.Exclusive, this);
        SharedNames.Warn(name, settings, this);

        var keys = new DeployerAccessKeys(name, settings.AccessKey.ToGenerations(), UserName, this);
        keys.Current(key => key.CreateDate).Apply(createDate =>
        {
            if (AccessKeyAge.Warning(name, createDate, settings.AccessKey.MaxAgeDays, DateTimeOffset.UtcNow) is { } warning)
            {
                Log.Warn(warning, this);
            }

            return createDate;
        });

        AccessKeys = keys.There;
        AccessKeyId = Output.CreateSecret(keys.Current(key => key.Id));
        SecretAccessKey = Output.CreateSecret(keys.Current(key => key.Secret));
        PreviousAccessKeyId = keys.Previous(key => key.Id) is { } previousId ? Output.CreateSecret(previousId) : null;
        PreviousSecretAccessKey = keys.Previous(key => key.Secret) is { } previousSecret ? Output.CreateSecret(previousSecret) : null;

        if (settings.SecretsManager is not null)
        {
            SecretArn = DeployerSecret.Create(name, settings.SecretsManager, AccessKeyId, SecretAccessKey, args, this);
        }

        RegisterOutputs(new Dictionary<string, object?>
        {
            ["userArn"] = UserArn,
            ["userName"] = UserName,
            ["accessKeyId"] = AccessKeyId,
            ["secretAccessKey"] = SecretAccessKey,
            ["previousAccessKeyId"] = PreviousAccessKeyId,
            ["previousSecretAccessKey"] = PreviousSecretAccessKey,
            ["secretArn"] = SecretArn,
        });
    }

    [Output("userArn")]
    public Output<string> UserArn { get; private set; }

    [Output("userName")]
    public Output<string> UserName { get; private set; }

    /// <summary>Which access keys there are.</summary>
    internal Output<AccessKeysThere> AccessKeys { get; }

    /// <summary>The id of the current access key. Secret.</summary>
    [Output("accessKeyId")]
    public Output<string> AccessKeyId { get; private set; }

    /// <summary>The current secret access key. Secret.</summary>
    [Output("secretAccessKey")]
    public Output<string> SecretAccessKey { get; private set; }

    /// <summary>The id of the access key before the current one; null when it is gone. Secret.</summary>
    [Output("previousAccessKeyId")]
    public Output<string>? PreviousAccessKeyId { get; private set; }

    /// <summary>The secret access key before the current one; null when it is gone. Secret.</summary>
    [Output("previousSecretAccessKey")]
    public Output<string>? PreviousSecretAccessKey { get; private set; }

    /// <summary>The ARN of the secret that holds the current access key; null where the settings ask for none.</summary>
    [Output("secretArn")]
    public Output<string>? SecretArn { get; private set; }
}
