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

    /// <summary>The statements that let these roles be looked up, as SDKs do to turn a role's name into its ARN.</summary>
    public static IEnumerable<Statement> LookUp(ImmutableArray<string> roleArns)
    {
        if (!roleArns.IsEmpty)
        {
            yield return new Statement { Sid = "GetExecutionRoles", Actions = ["iam:GetRole"], Resources = roleArns };
        }
    }
}
