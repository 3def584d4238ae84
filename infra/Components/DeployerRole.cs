using Pulumi;
using Pulumi.Aws.Iam;
using SageMakerIam.Policies;

namespace SageMakerIam.Components;

/// <summary>
/// A keyless deployer: a role in place of an IAM user, with the same policies, that jobs of one repository, branch or
/// stack assume with their own OpenID Connect tokens.
/// </summary>
public sealed class DeployerRole : ComponentResource
{
    /// <summary>Makes the role and what belongs to it.</summary>
    /// <param name="name">The name of the component; its children's names begin with it.</param>
    /// <param name="args">What the deployer is.</param>
    /// <param name="options">The options of the component.</param>
    /// <exception cref="Iam.Packing.PolicyTooLargeException">IAM cannot hold the deployer's policies.</exception>
    public DeployerRole(string name, DeployerRoleArgs args, ComponentResourceOptions? options = null)
        : base("sagemaker-iam:index:DeployerRole", name, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        var (settings, account) = (args.Settings, args.Account);
        var layout = DeployerPolicy.Layout(settings, account);
        var adoption = settings.Adopt is null ? null : new Adoption(settings.RoleName!, settings.Adopt, account);
        var identity = WebIdentity.Of(settings.AssumedBy!);

        var role = new Role(
            $"{name}-role",
            new RoleArgs
            {
                Name = Optional.Input(settings.RoleName),
                Description = "Deployer for SageMaker",
                AssumeRolePolicy = args.OidcProviderArn.Apply(arn => WebIdentityTrust.Document(identity, arn).ToJson()),
                PermissionsBoundary = Optional.Input(settings.PermissionsBoundary),
            },
            new CustomResourceOptions
            {
                Parent = this,
                Protect = settings.Protect,
                ImportId = adoption?.Principal,
                IgnoreChanges = adoption is null ? [] : Adoption.IgnoredChanges(settings.PermissionsBoundary),
            });

        var statements = args.ExecutionRoleArns.Apply(arns => DeployerPolicy.Statements(settings, arns, account));
        var held = RolePolicies.Attach(name, role.Name, layout, statements, this, adoption: adoption);
        if (adoption is not null)
        {
            RolePolicies.Claim(name, role.Name, held, this);
        }

        RoleArn = role.Arn;
        RoleName = role.Name;
        RegisterOutputs(new Dictionary<string, object?> { ["roleArn"] = RoleArn, ["roleName"] = RoleName });
    }

    /// <summary>The role's ARN.</summary>
    [Output("roleArn")]
    public Output<string> RoleArn { get; private set; }

    /// <summary>The role's name.</summary>
    [Output("roleName")]
    public Output<string> RoleName { get; private set; }
}
