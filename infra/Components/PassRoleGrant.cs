using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.Iam;
using Pulumi.Random;
using SageMakerIam.Iam;
using SageMakerIam.Plan;
using SageMakerIam.Policies.Trust;
using SageMakerIam.Settings;

namespace SageMakerIam.Components;

/// <summary>
/// A PassRole grant. A principal of this account is given policies that let it pass execution roles. For one of another
/// account there is a role here that holds those policies, and the principal is given the right to assume it.
/// </summary>
internal sealed class PassRoleGrant : ComponentResource
{
    private const int ExternalIdLength = 32;

    /// <summary>Makes the policies and, for a principal of another account, the role.</summary>
    /// <param name="name">The name of the component; its children's names begin with it.</param>
    /// <param name="args">What is granted, and to whom.</param>
    /// <param name="options">The options of the component.</param>
    public PassRoleGrant(string name, PassRoleGrantArgs args, ComponentResourceOptions? options = null)
        : base("sagemaker-iam:index:PassRoleGrant", name, options)
    {
        var (settings, account) = (args.Settings, args.Account);
        SharedNames.Warn(name, settings, this);
        var (principal, roleArns) = (IPolicyHolder.Of(settings.Principal, args.PrincipalArn), args.ExecutionRoleArns.ToOutput());
        if (args.Plan.InOtherAccount is not { } inOtherAccount)
        {
            HolderArn = args.PrincipalArn;
            var adoption = settings.Adopt is { } policy
                ? new Adoption(settings.Principal.Name, new AdoptedPolicies { Inline = policy.Inline }, account)
                : null;
            PrincipalPolicies.Attach(name, principal, args.Plan.Policies, roleArns, args.KeyArns, this, adoption: adoption);
            RegisterOutputs();
            return;
        }

        ExternalId = Output.CreateSecret(settings.ExternalId is { } given ? Output.Create(given) : RandomExternalId(name));
        var role = new Role(
            $"{name}-role",
            new RoleArgs
            {
                NamePrefix = Optional.Input(settings.RoleNamePrefix),
                Description = $"Assumed by {settings.Principal} to pass execution roles",
                AssumeRolePolicy = ExternalId.Apply(externalId => PassRoleGrantTrust.Document(settings, externalId).ToJson()),
                MaxSessionDuration = settings.SessionDuration,
                PermissionsBoundary = args.PermissionsBoundary,
                Tags = Optional.Tags(settings.Guardrails),
            },
            NewBeforeOld.Options(this));
        var holder = new RoleHolder(role.Name.Made());
        var held = PrincipalPolicies.Attach(name, holder, args.Plan.Policies, roleArns, args.KeyArns, this);
        PrincipalPolicies.Claim(name, holder, held, settings.Exclusive, this);

        HolderArn = RoleArn = role.Arn.Made();
        var assumed = RoleArn.Apply(arn => ImmutableArray.Create(arn));
        if (args.PrincipalProvider is { } provider)
        {
            PrincipalPolicies.Attach($"{name}-principal", principal, inOtherAccount, assumed, args.KeyArns, this, provider);
        }
        else
        {
            PrincipalPolicy = assumed.Apply(arns => new PolicyDocument(inOtherAccount.Statements(arns, OwnKeyArns.None)).ToJson());
        }

        RegisterOutputs(new Dictionary<string, object?>
        {
            ["roleArn"] = RoleArn,
            ["externalId"] = ExternalId,
            ["principalPolicy"] = PrincipalPolicy,
        });
    }

    /// <summary>The ARN of the role that a principal of another account assumes; null for one of this account.</summary>
    [Output("roleArn")]
    public Output<string>? RoleArn { get; private set; }

    /// <summary>The ARN of who holds what is granted: that role, or the principal of this account itself.</summary>
    internal Output<string> HolderArn { get; }

    /// <summary>The external id that a principal of another account gives. Secret. Null for a principal of this account.</summary>
    [Output("externalId")]
    public Output<string>? ExternalId { get; private set; }

    /// <summary>
    /// The policy, as JSON, that the administrator of the other account must add to its principal; null for a principal of this
    /// account, and where Pulumi adds it.
    /// </summary>
    [Output("principalPolicy")]
    public Output<string>? PrincipalPolicy { get; private set; }

    private Output<string> RandomExternalId(string name) => new RandomPassword(
        $"{name}-external-id",
        new RandomPasswordArgs { Length = ExternalIdLength, Special = false },
        new CustomResourceOptions { Parent = this }).Result.Made();
}
