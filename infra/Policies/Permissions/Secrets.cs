using System.Collections.Immutable;
using SageMakerIam.Iam;

namespace SageMakerIam.Policies.Permissions;

/// <summary>The reading of secrets in Secrets Manager.</summary>
/// <remarks>AWS Secrets Manager User Guide, "Identity-based policies": a secret's ARN ends in six random characters.</remarks>
internal static class Secrets
{
    /// <summary>The statements for the secrets with these names, in this account and region.</summary>
    public static IEnumerable<Statement> Statements(ImmutableArray<string> names, AwsAccount account)
    {
        if (!names.IsEmpty)
        {
            yield return new Statement
            {
                Sid = "Secrets",
                Actions = ["secretsmanager:GetSecretValue"],
                Resources = [.. names.Select(name => account.Regional("secretsmanager", $"secret:{name}-??????"))],
            };
        }
    }
}
