using Pulumi.Aws;
using SageMakerIam.Policies;

namespace SageMakerIam;

/// <summary>Asks the AWS provider which account the stack stands in.</summary>
internal static class CurrentAccount
{
    public static async Task<AwsAccount> GetAsync(string region)
    {
        var (identity, partition) = (GetCallerIdentity.InvokeAsync(), GetPartition.InvokeAsync());
        return new AwsAccount((await partition).Partition, region, (await identity).AccountId);
    }
}
