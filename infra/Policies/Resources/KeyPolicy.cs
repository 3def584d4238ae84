using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Policies.Permissions;

namespace SageMakerIam.Policies.Resources;

/// <summary>
/// The policy of a KMS key. It says who uses the key, and the policies of these say how: it hands the use of the key over to the account's
/// policies for them alone. What administers the key it hands over for all, so that nobody is locked out.
/// </summary>
/// <remarks>
/// AWS KMS Developer Guide, "Default key policy", "Allows key administrators to administer the KMS key" and "aws:PrincipalArn"; AWS
/// CloudTrail User Guide, "Configure AWS KMS key policies for CloudTrail".
/// </remarks>
internal static class KeyPolicy
{
    // Without kms:CreateGrant and kms:ReplicateKey, by which an administrator would give away the use of the key.
    private static readonly ImmutableArray<string> Administration =
    [
        "kms:CancelKeyDeletion", "kms:CreateAlias", "kms:DeleteAlias", "kms:DescribeKey", "kms:DisableKey", "kms:DisableKeyRotation",
        "kms:EnableKey", "kms:EnableKeyRotation", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListGrants", "kms:ListKeyPolicies",
        "kms:ListKeyRotations", "kms:ListResourceTags", "kms:PutKeyPolicy", "kms:RevokeGrant", "kms:RotateKeyOnDemand",
        "kms:ScheduleKeyDeletion", "kms:TagResource", "kms:UntagResource", "kms:UpdateAlias", "kms:UpdateKeyDescription",
    ];

    // In a key's own policy.
    private static readonly ImmutableArray<string> Itself = ["*"];

    /// <summary>The policy.</summary>
    /// <param name="users">Those whom it is for.</param>
    /// <param name="account">The account and region of the key.</param>
    public static PolicyDocument Document(KeyUsers users, AwsAccount account)
    {
        // The account's policies, to which a key is handed over.
        var policies = Principal.Aws(account.Global("iam", "root"));
        IEnumerable<Statement> HandedOver(string whose, ImmutableArray<string> arns, IEnumerable<Statement> held) => arns.IsEmpty ? [] :
        [
            new Statement
            {
                Sid = $"{whose}Use",
                Principal = policies,
                Actions = [.. held.SelectMany(statement => statement.Actions).Except(Administration)],
                Resources = Itself,
                Conditions = [Condition.ArnEquals("aws:PrincipalArn", arns.Distinct())],
            },
        ];
        IEnumerable<Statement> Given(string whose, IEnumerable<string> arns, Statement held) =>
            arns.Any() ? [held with { Sid = $"{whose}Use", Principal = Principal.Aws(arns.Distinct()) }] : [];

        var read = Secrets.OfKeys(Itself, account.Region, account);
        return new(
        [
            new Statement { Sid = "Administration", Principal = policies, Actions = Administration, Resources = Itself },
            .. HandedOver("Work", users.Work, KmsKeys.Statements(Itself)),
            .. HandedOver("Caller", users.Callers, KmsKeys.OfCaller(Itself, account)),
            .. HandedOver("Reader", users.Readers, [read]),
            // Whose policies are not of the stack: by Secrets Manager alone, whatever these say.
            .. Given("OtherReader", users.OtherReaders.Except(users.Writers), read),
            .. Given("Writer", users.Writers, read with { Actions = [.. read.Actions, "kms:GenerateDataKey"] }),
            .. users.Trail is { } trail ? OfTrail(trail, users.LogReaders, account) : [],
        ]);
    }

    private static IEnumerable<Statement> OfTrail(string trail, ImmutableArray<string> readers, AwsAccount account)
    {
        var cloudTrail = Principal.Service("cloudtrail.amazonaws.com");
        var isTheTrail = Condition.StringEquals("aws:SourceArn", account.Regional("cloudtrail", $"trail/{trail}"));
        // What is encrypted is said to be the trail's, in whichever region it was recorded.
        var isOfTheTrail = Condition.StringLike(
            "kms:EncryptionContext:aws:cloudtrail:arn", (account with { Region = "*" }).Regional("cloudtrail", $"trail/{trail}"));
        yield return new Statement
        {
            Sid = "TrailEncrypts",
            Principal = cloudTrail,
            Actions = ["kms:GenerateDataKey*"],
            Resources = Itself,
            Conditions = [isTheTrail, isOfTheTrail],
        };
        yield return new Statement
        {
            Sid = "TrailLooksUp",
            Principal = cloudTrail,
            Actions = ["kms:DescribeKey"],
            Resources = Itself,
            Conditions = [isTheTrail],
        };
        yield return new Statement
        {
            Sid = "LogReaderUse",
            Principal = Principal.Aws(readers),
            Actions = ["kms:Decrypt"],
            Resources = Itself,
            Conditions = [isOfTheTrail, Condition.StringEquals("kms:ViaService", $"s3.{account.Region}.{account.DnsSuffix}")],
        };
    }
}
