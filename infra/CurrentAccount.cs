using Pulumi;
using Pulumi.Aws;
using SageMakerIam.Iam;

namespace SageMakerIam;

/// <summary>Asks the AWS provider which account the stack stands in.</summary>
internal static class CurrentAccount
{
    /// <exception cref="RunException">The provider did not say.</exception>
    public static async Task<AwsAccount> GetAsync(string region) =>
        (await GetCallerIdentity.InvokeAsync()).AccountId is { } id
            ? AwsAccount.In(region) with { AccountId = id }
            : throw new RunException("The AWS provider did not say which account it works in (getCallerIdentity).");
}
