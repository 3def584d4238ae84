using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Trust;

/// <summary>The trust policy of a keyless deployer: it is assumed with the tokens of the named jobs and no others.</summary>
/// <remarks>IAM User Guide, "Create a role for OpenID Connect federation".</remarks>
internal static class WebIdentityTrust
{
    /// <param name="identity">The tokens.</param>
    /// <param name="oidcProviderArn">The ARN of the issuer's identity provider in this account.</param>
    public static PolicyDocument Document(WebIdentity identity, string oidcProviderArn)
    {
        var host = identity.Issuer.Host();
        return new(
        [
            new Statement
            {
                Sid = $"{identity.Issuer}AssumeRole",
                Principal = Principal.Federated(oidcProviderArn),
                Actions = ["sts:AssumeRoleWithWebIdentity"],
                // To the letter: a pattern would let in what else begins like it.
                Conditions =
                [
                    Condition.StringEquals($"{host}:aud", identity.Audience),
                    Condition.StringEquals($"{host}:sub", identity.Subjects),
                ],
            },
        ]);
    }
}
