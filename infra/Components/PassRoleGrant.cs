using Pulumi;
using SageMakerIam.Policies;

namespace SageMakerIam.Components;

/// <summary>A PassRole grant: policies of a role or user of this account that let it pass execution roles.</summary>
public sealed class PassRoleGrant : ComponentResource
{
    /// <summary>Makes the policies.</summary>
    /// <param name="name">The name of the component; its children's names begin with it.</param>
    /// <param name="args">What is granted, and to whom.</param>
    /// <param name="options">The options of the component.</param>
    /// <exception cref="ArgumentException">The principal is of another account.</exception>
    /// <exception cref="Policies.Packing.PolicyTooLargeException">IAM cannot hold the policies.</exception>
    public PassRoleGrant(string name, PassRoleGrantArgs args, ComponentResourceOptions? options = null)
        : base("sagemaker-iam:index:PassRoleGrant", name, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        var (settings, account) = (args.Settings, args.Account);
        if (settings.Principal.AccountId != account.AccountId)
        {
            throw new ArgumentException($"PassRole does not cross accounts: {settings.Principal} is not in {account.AccountId}.", nameof(args));
        }

        var layout = PassRoleGrantPolicy.Layout(settings, account);
        var statements = args.ExecutionRoleArns.Apply(arns => PassRoleGrantPolicy.Statements(settings, arns));
        if (settings.Principal.Resource.Split('/') is ["user", .., var user])
        {
            UserPolicies.Attach(name, user, layout, statements, this);
        }
        else
        {
            RolePolicies.Attach(name, settings.Principal.Resource.Split('/')[^1], layout, statements, this);
        }

        RegisterOutputs();
    }
}
