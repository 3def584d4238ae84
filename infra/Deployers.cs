using Pulumi;
using SageMakerIam.Components;
using SageMakerIam.HandOver;
using SageMakerIam.Iam;
using SageMakerIam.Plan;
using SageMakerIam.Rotation;
using SageMakerIam.Settings;

namespace SageMakerIam;

/// <summary>The deployers of a stack: users with access keys, and roles without.</summary>
internal sealed class Deployers
{
    private readonly StackSettings settings;
    private readonly AwsAccount account;
    private readonly Func<string, InputList<string>> executionRoleArnsOf;
    private readonly Dictionary<string, DeployerUser> users;
    private readonly Dictionary<string, DeployerRole> roles;

    /// <summary>Makes them.</summary>
    /// <param name="plan">The plan of the stack.</param>
    /// <param name="executionRoles">Its execution roles.</param>
    public Deployers(StackPlan plan, IReadOnlyDictionary<string, SageMakerExecutionRole> executionRoles)
    {
        (settings, account) = (plan.Settings, plan.Account);
        executionRoleArnsOf = deployer => settings.Deployers[deployer].ExecutionRoles.Select(role => executionRoles[role].RoleArn).ToArray();
        users = Make(deployer => deployer.AssumedBy is null, (name, deployer) => new DeployerUser(name, new DeployerUserArgs
        {
            Settings = deployer,
            Policies = plan.Deployers[name],
            ExecutionRoleArns = executionRoleArnsOf(name),
            Account = account,
        }));
        var providers = new OidcProviders(settings.Deployers.Values.Select(deployer => deployer.AssumedBy).OfType<AssumedBySettings>());
        roles = Make(deployer => deployer.AssumedBy is not null, (name, deployer) => new DeployerRole(name, new DeployerRoleArgs
        {
            Settings = deployer,
            Policies = plan.Deployers[name],
            OidcProviderArn = providers.Arn(deployer.AssumedBy!),
            ExecutionRoleArns = executionRoleArnsOf(name),
            Account = account,
        }));
    }

    /// <summary>What the stack's outputs say of them. Secrets share no output with what is not secret.</summary>
    public Dictionary<string, object?> Outputs() => new()
    {
        ["deployerArns"] = users.Select(user => (user.Key, Arn: user.Value.UserArn))
            .Concat(roles.Select(role => (role.Key, Arn: role.Value.RoleArn)))
            .ToDictionary(deployer => deployer.Key, deployer => deployer.Arn),
        ["deployerAccessKeyIds"] = users.ToDictionary(user => user.Key, user => user.Value.AccessKeyId),
        ["deployerSecretAccessKeys"] = users.ToDictionary(user => user.Key, user => user.Value.SecretAccessKey),
        ["deployerPreviousAccessKeyIds"] = Given(user => user.PreviousAccessKeyId),
        ["deployerPreviousSecretAccessKeys"] = Given(user => user.PreviousSecretAccessKey),
        [LastUpdate.GenerationsOutput] = users.ToDictionary(
            user => user.Key, user => LastUpdate.ToOutput(settings.Deployers[user.Key].AccessKey.ToGenerations())),
        ["deployerSecretArns"] = Given(user => user.SecretArn),
        ["dotenv"] = users.Where(user => settings.Deployers[user.Key].Dotenv)
            .ToDictionary(user => user.Key, user => Dotenv.Of(user.Value, account, executionRoleArnsOf(user.Key))),
        ["awsProfiles"] = users.Where(user => settings.Deployers[user.Key].AwsProfile is not null)
            .ToDictionary(user => user.Key, user => AwsProfile.Of(user.Value, settings.Deployers[user.Key].AwsProfile!, account)),
    };

    private Dictionary<string, T> Make<T>(Func<DeployerSettings, bool> which, Func<string, DeployerSettings, T> make) => settings.Deployers
        .Where(deployer => which(deployer.Value))
        .ToDictionary(deployer => deployer.Key, deployer => make(deployer.Key, deployer.Value));

    private Dictionary<string, Output<string>> Given(Func<DeployerUser, Output<string>?> value) => users
        .Where(user => value(user.Value) is not null)
        .ToDictionary(user => user.Key, user => value(user.Value)!);
}
