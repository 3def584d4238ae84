using Pulumi;
using Pulumi.Aws.Iam;
using SageMakerIam.Policies.Trust;

namespace SageMakerIam.Components;

/// <summary>
/// A keyless deployer: a role in place of an IAM user, with the same policies, that jobs of one repository, branch or
/// stack assume with their own OpenID Connect tokens.
/// </summary>
internal sealed class DeployerRole : ComponentResource
{
    /// <summary>Makes the role and what belongs to it.</summary>
    /// <param name="name">The name of the component; its children's names begin with it.</param>
    /// <param name="args">What the deployer is.</param>
    /// <param name="options">The options of the component.</param>
    public DeployerRole(string name, DeployerRoleArgs args, ComponentResourceOptions? options = null)
        : base("sagemaker-iam:index:DeployerRole", name, options)
    {
        var (settings, account) = (args.Settings, args.Account);
        var adoption = settings.Adopt is null ? null : new Adoption(settings.RoleName!, settings.Adopt, account);
        var identity = WebIdentity.Of(settings.AssumedBy!);

        var role = new Role(
            $"{name}-role",
            new RoleArgs
            {
                Name = Optional.Input(settings.RoleName),
                Description = "Deployer for SageMaker",
                AssumeRolePolicy = args.OidcProviderArn.ToOutput().WhenMade(arn => WebIdentityTrust.Document(identity, arn).ToJson()),
                MaxSessionDuration = Optional.Session(settings.SessionDuration),
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
            });

        (RoleArn, RoleName) = (role.Arn.Made(), role.Name.Made());
        var holder = new RoleHolder(RoleName);
        var held = PrincipalPolicies.Attach(
            name, holder, args.Policies, args.ExecutionRoleArns.ToOutput(), args.KeyArns, this, adoption: adoption);
        PrincipalPolicies.Claim(name, holder, held, settings.Exclusive, this);
        SharedNames.Warn(name, settings, this);

        RegisterOutputs(new Dictionary<string, object?> { ["roleArn"] = RoleArn, ["roleName"] = RoleName });
    }

    [Output("roleArn")]
    public Output<string> RoleArn { get; private set; }

    [Output("roleName")]
    public Output<string> RoleName { get; private set; }
}
