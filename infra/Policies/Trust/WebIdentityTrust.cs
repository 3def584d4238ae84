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
        var host = identity.Issuer.Host;
        var service = OidcIssuer.Shared.GetValueOrDefault(identity.Issuer, "Token");
        var areBeginnings = identity.Subjects.Any(subject => subject.EndsWith('*'));
        return new(
        [
            new Statement
            {
                Sid = $"{service}AssumeRole",
                Principal = Principal.Federated(oidcProviderArn),
                Actions = ["sts:AssumeRoleWithWebIdentity"],
                // To the letter: a pattern would let in what else begins like it. The settings say where a beginning is meant.
                Conditions =
                [
                    Condition.StringEquals($"{host}:aud", identity.Audience),
                    areBeginnings
                        ? Condition.StringLike($"{host}:sub", identity.Subjects)
                        : Condition.StringEquals($"{host}:sub", identity.Subjects),
                ],
            },
        ]);
    }
}
