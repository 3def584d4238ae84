using SageMakerIam.Iam;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>A grant gives its principal policies, which IAM lets nobody give to a role that AWS keeps itself.</summary>
/// <remarks>
/// IAM User Guide, "Using service-linked roles"; IAM Identity Center User Guide, "Referencing permission sets in resource policies", on the
/// path <c>aws-reserved</c>.
/// </remarks>
internal sealed class PrincipalTakesPolicies : AccountRule<PassRoleGrantSettings>
{
    /// <inheritdoc/>
    protected override void Check(PassRoleGrantSettings grant, SettingsNode at, StackSettings stack, AwsAccount account)
    {
        var isGivenPolicies = grant.Principal.AccountId == account.AccountId || stack.Accounts.ContainsKey(grant.Principal.AccountId);
        if (isGivenPolicies && Objection(grant.Principal.Resource) is { } objection)
        {
            at.Key("principal")!.Report(objection);
        }
    }

    private static string? Objection(string resource) => resource switch
    {
        _ when resource.StartsWith("role/aws-reserved/", StringComparison.Ordinal) =>
            "It is a role of IAM Identity Center, which alone changes it. Grant to a role that its people assume, or give their permission "
            + "set what the grant would",
        _ when resource.StartsWith("role/aws-service-role/", StringComparison.Ordinal) =>
            "It is a role of a service, which alone changes it. Grant to the role or user that the service works for",
        _ => null,
    };
}
