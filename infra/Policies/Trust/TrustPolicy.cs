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
    /// SageMaker AI Developer Guide, "Cross-service confused deputy prevention": its list of features has no notebook instances. AWS itself
    /// binds their role by this key all the same (awslabs/nx-neptune, pull request 468, whose review asked for a deployment that shows it),
    /// and so does this program; <c>confusedDeputyProtection: false</c> is for a feature that turns out to send none.
    /// AWS Step Functions Developer Guide, "Prevent cross-service confused deputy issue";
    /// EventBridge Scheduler User Guide, "Confused deputy prevention"; Amazon EventBridge User Guide, "Cross-service confused deputy
    /// prevention", rule targets.
    /// The guides of EC2, Glue and Lambda name no key with which these assume a role. What protects there is that no role can be passed to
    /// a service of another account (IAM User Guide, "Grant a user permissions to pass a role to an AWS service").
    /// </remarks>
    private static bool SendsSourceAccount(TrustedService service) =>
        service is TrustedService.SageMaker or TrustedService.EventBridge or TrustedService.Scheduler or TrustedService.StepFunctions;
}
