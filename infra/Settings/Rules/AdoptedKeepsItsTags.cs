using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>What is taken over keeps the tags that its owner gave it: a tag of the stack's would replace them all.</summary>
/// <remarks>pulumi-aws, <c>iam.Role</c> and <c>iam.User</c>, <c>tags</c>: the whole map of the resource's tags.</remarks>
internal sealed class AdoptedKeepsItsTags : Rule<IControlled>
{
    /// <inheritdoc/>
    protected override void Check(IControlled principal, SettingsNode at, StackSettings stack)
    {
        var adopt = principal switch
        {
            ExecutionRoleSettings role => role.Adopt,
            DeployerSettings deployer => deployer.Adopt,
            _ => null,
        };
        if (adopt is not null && principal.Guardrails?.PrincipalTag is not null)
        {
            at.Key("guardrails")!.Key("principalTag")!.Report(
                "What is taken over has tags of its owner's, which this one would replace: write requestTags here");
        }
    }
}
