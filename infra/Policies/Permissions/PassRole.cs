using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Permissions;

/// <summary>The right to pass execution roles to services.</summary>
/// <remarks>IAM User Guide, "Grant permissions to pass a role to an AWS service".</remarks>
internal static class PassRole
{
    /// <summary>The statements that pass these roles to these services, and no other.</summary>
    public static IEnumerable<Statement> Statements(ImmutableArray<string> roleArns, IEnumerable<TrustedService> services)
    {
        if (!roleArns.IsEmpty)
        {
            yield return new Statement
            {
                Sid = "PassExecutionRoles",
                Actions = ["iam:PassRole"],
                Resources = roleArns,
                // Without it, the role could be passed to any service that it comes to trust.
                Conditions = [Condition.StringEquals("iam:PassedToService", services.Select(service => service.Principal()))],
            };
        }
    }

    /// <summary>The statements that pass each of some roles to those services that it trusts, of those that the activities need.</summary>
    /// <param name="scope">The activities.</param>
    /// <param name="roles">The roles.</param>
    public static IEnumerable<Statement> ByTrust(ScopeSettings scope, IEnumerable<PassedRole> roles)
    {
        var byServices = roles.GroupBy(role => scope.PassesTo.Intersect(role.Trusts).ToImmutableArray(), Sequence);
        return byServices.Where(group => !group.Key.IsEmpty).Index().SelectMany(group =>
            Statements([.. group.Item.Select(role => role.Arn)], group.Item.Key).Select(statement =>
                group.Index == 0 ? statement : statement with { Sid = $"{statement.Sid}{group.Index + 1}" }));
    }

    /// <summary>The statements that let these roles be looked up, as SDKs do to turn a role's name into its ARN.</summary>
    public static IEnumerable<Statement> LookUp(ImmutableArray<string> roleArns)
    {
        if (!roleArns.IsEmpty)
        {
            yield return new Statement { Sid = "GetExecutionRoles", Actions = ["iam:GetRole"], Resources = roleArns };
        }
    }

    private static readonly IEqualityComparer<ImmutableArray<TrustedService>> Sequence =
        EqualityComparer<ImmutableArray<TrustedService>>.Create((one, other) => one.SequenceEqual(other), list => list.Length);
}
