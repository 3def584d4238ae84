using SageMakerIam.Iam;

namespace SageMakerIam.Settings;

/// <summary>The managed policies that settings may name: an escape hatch.</summary>
public static class ManagedPolicies
{
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
