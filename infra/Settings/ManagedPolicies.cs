using System.Collections.Immutable;
using SageMakerIam.Iam;

namespace SageMakerIam.Settings;

/// <summary>The managed policies that settings may name: an escape hatch, with what is never let through it.</summary>
public static class ManagedPolicies
{
    private static readonly ImmutableArray<string> RefusedNames = ["AdministratorAccess", "IAMFullAccess", "PowerUserAccess"];

    /// <summary>The names of the refused policies, for messages.</summary>
    public static string Refused => string.Join(", ", RefusedNames);

    /// <summary>Whether this policy, by its name or ARN, makes its holder an administrator or near enough.</summary>
    public static bool IsRefused(string nameOrArn)
    {
        ArgumentNullException.ThrowIfNull(nameOrArn);
        return RefusedNames.Contains(nameOrArn.Split('/')[^1], StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The ARN of a managed policy: one of AWS by its name, any by its own ARN.</summary>
    public static string PolicyArn(string nameOrArn, AwsAccount account)
    {
        ArgumentNullException.ThrowIfNull(nameOrArn);
        ArgumentNullException.ThrowIfNull(account);
        return nameOrArn.StartsWith("arn:", StringComparison.Ordinal)
            ? nameOrArn
            : new Arn(account.Partition, "iam", "", "aws", $"policy/{nameOrArn}").ToString();
    }
}
