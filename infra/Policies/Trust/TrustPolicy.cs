using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Trust;

/// <summary>The trust policy of an execution role: one statement a service.</summary>
/// <remarks>IAM User Guide, "The confused deputy problem", cross-service confused deputy prevention.</remarks>
internal static class TrustPolicy
{
    /// <param name="services">The services that may assume the role.</param>
    /// <param name="confusedDeputyProtection">
    /// Whether a service may assume the role only on behalf of this account, where it says on whose.
    /// </param>
    /// <param name="account">The account that the role is in.</param>
    public static PolicyDocument Document(ImmutableArray<TrustedService> services, bool confusedDeputyProtection, AwsAccount account) =>
        new([.. services.Select(service => new Statement
        {
            Sid = $"{service}AssumeRole",
            Principal = Principal.Service(service.Principal()),
            Actions = ["sts:AssumeRole"],
            Conditions = confusedDeputyProtection && SendsSourceAccount(service)
                ? [Condition.StringEquals("aws:SourceAccount", account.AccountId)]
                : [],
        })]);

    /// <summary>
    /// Whether the service says for whom it assumes a role (<c>aws:SourceAccount</c>). For a service that does not,
    /// a condition on it would lock the service out.
    /// </summary>
    /// <remarks>
    /// SageMaker AI Developer Guide, "Cross-service confused deputy prevention";
    /// AWS Step Functions Developer Guide, "Prevent cross-service confused deputy issue".
    /// </remarks>
    private static bool SendsSourceAccount(TrustedService service) =>
        service is TrustedService.SageMaker or TrustedService.StepFunctions;
}
