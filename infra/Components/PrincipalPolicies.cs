using System.Collections.Immutable;
using Pulumi;
using SageMakerIam.Iam;
using SageMakerIam.Iam.Packing;

namespace SageMakerIam.Components;

/// <summary>Gives a role or user that is there already the policies of a layout.</summary>
internal static class PrincipalPolicies
{
    public static void Attach(
        string name,
        Arn principal,
        PolicyLayout layout,
        Output<ImmutableArray<Statement>> statements,
        ComponentResource parent,
        ProviderResource? provider = null,
        Adoption? adoption = null)
    {
        if (principal.IsUser)
        {
            UserPolicies.Attach(name, principal.Name, layout, statements, parent, provider, adoption);
        }
        else
        {
            RolePolicies.Attach(name, principal.Name, layout, statements, parent, provider, adoption);
        }
    }
}
