using System.Collections.Immutable;
using System.Globalization;
using SageMakerIam.Iam;

namespace SageMakerIam.Plan;

/// <summary>Roles and users of a stack before they are made.</summary>
internal static class UnmadePrincipals
{
    private const int LongestName = 64;

    /// <summary>ARNs as long as theirs can get, and as different from each other.</summary>
    /// <param name="count">How many.</param>
    /// <param name="account">The account that they are in.</param>
    /// <remarks>IAM User Guide, "IAM and AWS STS quotas": a name has at most 64 characters.</remarks>
    public static ImmutableArray<string> Arns(int count, AwsAccount account) =>
    [
        .. Enumerable.Range(0, count)
            .Select(at => account.Global("iam", $"role/{at.ToString(CultureInfo.InvariantCulture).PadLeft(LongestName, 'x')}")),
    ];
}
