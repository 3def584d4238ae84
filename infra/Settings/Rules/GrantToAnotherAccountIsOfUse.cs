using SageMakerIam.Iam;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>What a principal of another account cannot use.</summary>
internal sealed class GrantToAnotherAccountIsOfUse : AccountRule<PassRoleGrantSettings>
{
    /// <inheritdoc/>
    protected override void Check(PassRoleGrantSettings grant, SettingsNode at, StackSettings stack, AwsAccount account)
    {
        if (grant.Principal.AccountId == account.AccountId)
        {
            return;
        }

        if (grant.Adopt is not null)
        {
            at.Key("adopt")!.Report("The principal is of another account, where this stack makes its policies anew: leave it out");
        }

        if (grant.Services.Contains(TrustedService.SageMaker) && grant.Activities.IsEmpty)
        {
            (at.Key("activities") ?? at).Report(
                "no activities",
                "A principal of another account can do here only what the grant says, and a role passed to SageMaker is of use only "
                + $"with the right to launch something; expected a list of: {Vocabulary.OfActivities}");
        }

        if (grant.SessionDuration > PassRoleGrantSettings.ShortestSession && !grant.Principal.IsUser)
        {
            // IAM User Guide, "Methods to assume a role": role chaining.
            at.Key("sessionDuration")!.Report(
                "The principal is a role, and a role holds another for 3600 seconds at most, whatever that one allows; "
                + "it assumes it again when they are over. Leave it out");
        }
    }
}
