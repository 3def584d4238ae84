using System.Collections.Immutable;
using SageMakerIam.Iam;

namespace SageMakerIam.Policies.Permissions;

/// <summary>The use of customer managed KMS keys for the data, the output and the volumes of SageMaker's jobs.</summary>
/// <remarks>
/// SageMaker AI Developer Guide, "How to use SageMaker AI execution roles"; AWS KMS Developer Guide, "kms:GrantIsForAWSResource".
/// </remarks>
internal static class KmsKeys
{
    /// <summary>The statements of an execution role, whose work uses the keys with these ARNs itself.</summary>
    public static IEnumerable<Statement> Statements(ImmutableArray<string> keyArns)
    {
        if (keyArns.IsEmpty)
        {
            yield break;
        }

        yield return new Statement
        {
            Sid = "KmsUse",
            Actions = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"],
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

    /// <summary>
    /// The statements of who launches work: S3 encrypts what is uploaded, SageMaker the volumes, and neither key is used any other way.
    /// </summary>
    /// <remarks>AWS KMS Developer Guide, "kms:ViaService"; SageMaker AI Developer Guide, "Key management".</remarks>
    public static IEnumerable<Statement> OfCaller(ImmutableArray<string> keyArns, AwsAccount account)
    {
        if (keyArns.IsEmpty)
        {
            yield break;
        }

        Condition Via(string service) => Condition.StringEquals("kms:ViaService", $"{service}.{account.Region}.{account.DnsSuffix}");
        yield return new Statement { Sid = "KmsLookUp", Actions = ["kms:DescribeKey"], Resources = keyArns };
        yield return new Statement
        {
            Sid = "KmsUploads",
            Actions = ["kms:Decrypt", "kms:GenerateDataKey"],
            Resources = keyArns,
            Conditions = [Via("s3")],
        };
        yield return new Statement
        {
            Sid = "KmsVolumes",
            Actions = ["kms:CreateGrant"],
            Resources = keyArns,
            Conditions = [Condition.True("kms:GrantIsForAWSResource"), Via("sagemaker")],
        };
    }
}
