using System.Collections.Immutable;
using SageMakerIam.Iam;

namespace SageMakerIam.Policies.Permissions;

/// <summary>The use of customer managed KMS keys for the data, the output and the volumes of SageMaker's jobs.</summary>
/// <remarks>
/// SageMaker AI Developer Guide, "How to use SageMaker AI execution roles"; AWS KMS Developer Guide, "kms:GrantIsForAWSResource".
/// </remarks>
internal static class KmsKeys
{
    /// <summary>The statements for the keys with these ARNs.</summary>
    public static IEnumerable<Statement> Statements(ImmutableArray<string> keyArns)
    {
        if (keyArns.IsEmpty)
        {
            yield break;
        }

        yield return new Statement
        {
            Sid = "KmsUse",
            Actions = ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"],
            Resources = keyArns,
        };
        yield return new Statement
        {
            Sid = "KmsVolumes",
            Actions = ["kms:CreateGrant"],
            Resources = keyArns,
            // Only AWS services may be given the use of the key, as EBS is for a volume; never another principal.
            Conditions = [Condition.True("kms:GrantIsForAWSResource")],
        };
    }
}
