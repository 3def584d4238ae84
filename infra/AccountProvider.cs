using Pulumi.Aws;
using Pulumi.Aws.Inputs;
using SageMakerIam.Configuration;
using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam;

/// <summary>The provider that works in another account.</summary>
internal static class AccountProvider
{
    /// <param name="accountId">The number of the other account.</param>
    /// <param name="settings">How Pulumi gets there.</param>
    /// <param name="home">The account that the stack stands in.</param>
    public static Provider Of(string accountId, AccountSettings settings, AwsAccount home) => new(
        $"account-{accountId}",
        new ProviderArgs
        {
            Region = home.Region,
            // An explicit provider takes nothing from the stack's aws:* configuration.
            Profile = StackConfiguration.OfProvider("profile"),
            AssumeRoles = new ProviderAssumeRoleArgs { RoleArn = settings.AssumeRole.ToString() },
            AllowedAccountIds = accountId,
        });
}
