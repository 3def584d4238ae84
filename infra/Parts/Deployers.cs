using Pulumi;
using SageMakerIam.Components;
using SageMakerIam.Components.HandOver;
using SageMakerIam.Iam;
using SageMakerIam.Plan;
using SageMakerIam.Settings;

namespace SageMakerIam.Parts;

/// <summary>The deployers of a stack: users with access keys, and roles without.</summary>
internal sealed class Deployers
{
    private readonly StackSettings settings;
    private readonly AwsAccount account;
    private readonly Func<string, InputList<string>> executionRoleArnsOf;
    private readonly Dictionary<string, DeployerUser> users;
    private readonly Dictionary<string, DeployerRole> roles;

    /// <param name="plan">The plan of the stack.</param>
    /// <param name="executionRoles">Its execution roles.</param>
    /// <param name="keyArns">The ARNs of its keys.</param>
    /// <param name="boundaries">What bounds them.</param>
    /// <param name="own">The principals of the stack that its settings may name; these are added to them.</param>
    public Deployers(
        StackPlan plan, ExecutionRoles executionRoles, Output<OwnKeyArns> keyArns, Boundaries boundaries, OwnPrincipals own)
    {
        (settings, account) = (plan.Settings, plan.Account);
        executionRoleArnsOf = deployer => executionRoles.ArnsOf(settings.Deployers[deployer].ExecutionRoles);
        var providers = new OidcProviders(settings.Deployers.Values.Select(deployer => deployer.AssumedBy).OfType<AssumedBySettings>());
        roles = Make(deployer => deployer.AssumedBy is not null, (name, deployer) => new DeployerRole(name, new DeployerRoleArgs
        {
            Settings = deployer,
            Policies = plan.Deployers[name],
            OidcProviderArn = providers.Arn(deployer.AssumedBy!),
            ExecutionRoleArns = executionRoleArnsOf(name),
            PermissionsBoundary = boundaries.Of(BoundedKind.Deployers, deployer.PermissionsBoundary),
            KeyArns = keyArns,
            Account = account,
        }, FormerNames.Options(deployer)));
        foreach (var (name, role) in roles)
        {
            own.Add("role", settings.Deployers[name].RoleName, role.RoleArn);
        }

        users = Make(deployer => deployer.AssumedBy is null, (name, deployer) => new DeployerUser(name, new DeployerUserArgs
        {
            Settings = deployer,
            Policies = plan.Deployers[name],
            ExecutionRoleArns = executionRoleArnsOf(name),
            SecretReaders = own.Made(deployer.SecretsManager?.Readers ?? []),
            PermissionsBoundary = boundaries.Of(BoundedKind.Deployers, deployer.PermissionsBoundary),
            KeyArns = keyArns,
            Account = account,
        }, FormerNames.Options(deployer)));
        foreach (var (name, user) in users)
        {
            own.Add("user", settings.Deployers[name].UserName, user.UserArn);
        }
    }

    /// <summary>The ARN of one.</summary>
    /// <param name="name">Its key in the settings.</param>
    public Output<string> ArnOf(string name) => users.TryGetValue(name, out var user) ? user.UserArn : roles[name].RoleArn;

    /// <summary>The secrets of users that roles and users of other accounts read.</summary>
    public IEnumerable<Share> Shares =>
        from user in users
        let readers = (settings.Deployers[user.Key].SecretsManager as ISecret)?.ReadersOutside(account)
        where readers?.Any() == true
        select new Share($"secret-{user.Key}", user.Value.SecretArn!, [.. readers]);

    /// <summary>Adds what the stack's outputs say of them. Secrets share no output with what is not secret.</summary>
    public void AddTo(StackOutputs outputs)
    {
        outputs.Add(
            LastUpdate.ArnsOutput,
            users.Select(user => KeyValuePair.Create(user.Key, user.Value.UserArn))
                .Concat(roles.Select(role => KeyValuePair.Create(role.Key, role.Value.RoleArn))),
            arn => arn);
        outputs.Add(LastUpdate.IdsOutput, users, user => user.AccessKeyId);
        outputs.Add("deployerSecretAccessKeys", users, user => user.SecretAccessKey);
        outputs.Add(LastUpdate.PreviousIdsOutput, users, user => user.PreviousAccessKeyId);
        outputs.Add("deployerPreviousSecretAccessKeys", users, user => user.PreviousSecretAccessKey);
        outputs.Add(LastUpdate.GenerationsOutput, users, user => user.AccessKeys.Apply(keys => keys.ToOutput()));
        outputs.Add("deployerSecretArns", users, user => user.SecretArn);
        var handed = users.ToDictionary(
            user => user.Key, user => (User: user.Value, Settings: settings.Deployers[user.Key], RoleArns: executionRoleArnsOf(user.Key)));
        outputs.Add("dotenv", handed, deployer => deployer.Settings.Dotenv ? Dotenv.Of(deployer.User, account, deployer.RoleArns) : null);
        outputs.Add(
            "awsProfiles",
            handed,
            deployer => deployer.Settings.AwsProfile is { } profile ? AwsProfile.Of(deployer.User, profile, account) : null);
    }

    private Dictionary<string, T> Make<T>(Func<DeployerSettings, bool> which, Func<string, DeployerSettings, T> make) => settings.Deployers
        .Where(deployer => which(deployer.Value))
        .ToDictionary(deployer => deployer.Key, deployer => make(deployer.Key, deployer.Value));
}
