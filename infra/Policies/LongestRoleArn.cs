using SageMakerIam.Iam;

namespace SageMakerIam.Policies;

/// <summary>Stands for the ARN of a role that Pulumi has still to name, where only its length matters.</summary>
internal static class LongestRoleArn
{
    private const int LongestName = 64;

    public static string In(AwsAccount account) => account.Global("iam", $"role/{new string('x', LongestName)}");
}
