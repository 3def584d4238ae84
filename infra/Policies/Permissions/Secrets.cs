using System.Collections.Immutable;
using SageMakerIam.Iam;

namespace SageMakerIam.Policies.Permissions;

/// <summary>The reading of secrets in Secrets Manager, and of those under keys of one's own.</summary>
/// <remarks>
/// AWS Secrets Manager User Guide, "Identity-based policies" and "Secret encryption and decryption"; a secret of another account has a
/// resource policy and a key that let the role.
/// </remarks>
internal static class Secrets
{
    /// <summary>The statements for secrets.</summary>
    /// <param name="secrets">Their names, in this account and region, or their ARNs.</param>
    /// <param name="keyArns">The ARNs of the keys that encrypt them.</param>
    /// <param name="account">The account and region that the role is in.</param>
    public static IEnumerable<Statement> Statements(ImmutableArray<string> secrets, ImmutableArray<string> keyArns, AwsAccount account)
    {
        if (!secrets.IsEmpty)
        {
            yield return new Statement
            {
                Sid = "Secrets",
                Actions = ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
                Resources = [.. secrets.Select(secret => account.Secret(secret))],
            };
        }

        foreach (var (number, ofRegion) in keyArns.GroupBy(key => Arn.Parse(key)!.Region).Index())
        {
            yield return OfKeys([.. ofRegion], ofRegion.Key, account) with { Sid = $"SecretKeys{number + 1}" };
        }
    }

    /// <summary>The statement for the keys of one region.</summary>
    /// <param name="keys">Their ARNs.</param>
    /// <param name="region">The region.</param>
    /// <param name="account">The account that the role is in.</param>
    public static Statement OfKeys(ImmutableArray<string> keys, string region, AwsAccount account) => new()
    {
        Sid = "Keys",
        Actions = ["kms:Decrypt"],
        Resources = keys,
        // Secrets Manager decrypts on the role's behalf; the role itself decrypts nothing.
        Conditions = [Condition.StringEquals("kms:ViaService", $"secretsmanager.{region}.{account.DnsSuffix}")],
    };
}
