using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>No role holds managed policies that the stack's boundary takes away again: it does not know what they allow.</summary>
internal sealed class ManagedPoliciesFitTheBoundary : Rule<ExecutionRoleSettings>
{
    /// <inheritdoc/>
    protected override void Check(ExecutionRoleSettings role, SettingsNode at, StackSettings stack)
    {
        if (stack.Boundary && role.PermissionsBoundary is null && !role.ManagedPolicies.IsEmpty)
        {
            at.Key("managedPolicies")!.Report(
                "What they allow is not in the boundary of the stack, and could not be used: name what the role needs, "
                + "or give it a permissionsBoundary of its own");
        }
    }
}
