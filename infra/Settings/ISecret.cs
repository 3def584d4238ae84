using System.Collections.Immutable;
using SageMakerIam.Iam;

namespace SageMakerIam.Settings;

/// <summary>A secret that the stack makes.</summary>
internal interface ISecret
{
    /// <summary>The shortest time for which a deleted secret can be restored, in days.</summary>
    const int ShortestWindow = 7;

    /// <summary>The longest time for which a deleted secret can be restored, in days, and the default.</summary>
    const int LongestWindow = 30;

    /// <summary>The KMS key that encrypts it; null for the key <c>aws/secretsmanager</c>.</summary>
    string? KmsKey { get; }

    /// <summary>The ARNs of the roles and users that its resource policy names.</summary>
    ImmutableArray<string> Readers { get; }

    /// <summary>Those of them that are of other accounts.</summary>
    IEnumerable<string> ReadersOutside(AwsAccount account) => Readers.Where(reader => Arn.Parse(reader)!.AccountId != account.AccountId);

    /// <summary>For how many days it can be restored once it is deleted; 0 for not at all.</summary>
    int RecoveryWindowInDays { get; }
}
