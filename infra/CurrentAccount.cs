using Pulumi.Aws;
using SageMakerIam.Iam;

namespace SageMakerIam;

/// <summary>Asks the AWS provider which account the stack stands in.</summary>
internal static class CurrentAccount
{
    public static async Task<AwsAccount> GetAsync(string region) =>
        AwsAccount.In(region) with { AccountId = (await GetCallerIdentity.InvokeAsync()).AccountId };
}
