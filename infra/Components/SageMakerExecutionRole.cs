using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.Iam;
using SageMakerIam.Policies.Trust;

namespace SageMakerIam.Components;

/// <summary>
/// An execution role: the role that SageMaker (and EC2, for an instance profile) assumes, with its trust policy and
/// least-privilege policies.
/// </summary>
internal sealed class SageMakerExecutionRole : ComponentResource
{
    /// <summary>Makes the role and what belongs to it.</summary>
    /// <param name="name">The name of the component; its children's names begin with it.</param>
    /// <param name="args">What the role is.</param>
    /// <param name="options">The options of the component.</param>
    public SageMakerExecutionRole(string name, SageMakerExecutionRoleArgs args, ComponentResourceOptions? options = null)
        : base("sagemaker-iam:index:SageMakerExecutionRole", name, options)
    {
        var (settings, account) = (args.Settings, args.Account);
        var adoption = settings.Adopt is null ? null : new Adoption(settings.RoleName!, settings.Adopt, account);

        var role = new Role(
            $"{name}-role",
            new RoleArgs
            {
                Name = Optional.Input(settings.RoleName),
                Description = "Execution role for SageMaker",
                AssumeRolePolicy = TrustPolicy.Document(settings.TrustedServices, settings.ConfusedDeputyProtection, account).ToJson(),
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

        // A preview can show the policy of a role whose name it knows. One that is taken over may have a path.
        var ownArn = settings.RoleName is { } roleName && adoption is null
            ? Output.Create(account.Global("iam", $"role/{roleName}"))
            : RoleArn;
        var holder = new RoleHolder(RoleName);
        var named = Output.Tuple(ownArn, args.PassedRoleArns.ToOutput()).Apply(arns => ImmutableArray.Create([arns.Item1, .. arns.Item2]));
        var held = PrincipalPolicies.Attach(name, holder, args.Policies, named, args.KeyArns, this, adoption: adoption);

        foreach (var (index, policy) in settings.ManagedPolicies.Index())
        {
            Log.Warn(
                $"The execution role '{name}' holds the managed policy '{policy}', which may allow more than its work needs; "
                + "name what it needs instead.",
                this);
            held.PolicyArns.Add(holder.Attach(
                $"{name}-managed-policy-{index + 1}", account.ManagedPolicy(policy), NewBeforeOld.Options(this)));
        }

        PrincipalPolicies.Claim(name, holder, held, settings.Exclusive, this);
        SharedNames.Warn(name, settings, this);

        if (settings.InstanceProfile)
        {
            var profile = new InstanceProfile(
                $"{name}-instance-profile",
                new InstanceProfileArgs { Name = Optional.Input(settings.RoleName), Role = RoleName },
                new CustomResourceOptions
                {
                    Parent = this,
                    Protect = settings.Protect,
                    DeleteBeforeReplace = false,
                    // The console, and the documents, name it like its role.
                    ImportId = adoption?.Principal,
                    IgnoreChanges = adoption is null ? [] : ["path"],
                });
            InstanceProfileArn = profile.Arn.Made();
        }

        RegisterOutputs(new Dictionary<string, object?>
        {
            ["roleArn"] = RoleArn,
            ["roleName"] = RoleName,
            ["instanceProfileArn"] = InstanceProfileArn,
        });
    }

    [Output("roleArn")]
    public Output<string> RoleArn { get; private set; }

    [Output("roleName")]
    public Output<string> RoleName { get; private set; }

    /// <summary>The ARN of the instance profile; null where the settings ask for none.</summary>
    [Output("instanceProfileArn")]
    public Output<string>? InstanceProfileArn { get; private set; }
}
