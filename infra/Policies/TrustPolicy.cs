using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies;

/// <summary>The trust policy of an execution role: one statement a service.</summary>
/// <remarks>IAM User Guide, "The confused deputy problem", cross-service confused deputy prevention.</remarks>
public static class TrustPolicy
{
    /// <summary>The trust policy.</summary>
    /// <param name="services">The services that may assume the role.</param>
    /// <param name="confusedDeputyProtection">Whether a service may assume the role only on behalf of this account, where it says on whose.</param>
    /// <param name="account">The account that the role is in.</param>
    public static PolicyDocument Document(ImmutableArray<TrustedService> services, bool confusedDeputyProtection, AwsAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return new([.. services.Select(service => new Statement
        {
            Sid = $"{service}AssumeRole",
            Principal = Principal.Service(service.Principal()),
            Actions = ["sts:AssumeRole"],
            Conditions = confusedDeputyProtection && service.SendsSourceAccount()
                ? [Condition.StringEquals("aws:SourceAccount", account.AccountId)]
                : [],
        })]);
    }
}
