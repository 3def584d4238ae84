namespace SageMakerIam.Settings.Formats;

/// <summary>The ARN of the role or user that a grant is to.</summary>
internal sealed class GrantPrincipal : RoleOrUserArn
{
    /// <inheritdoc/>
    public override string? Lesson(string text) => base.Lesson(text)
        ?? (text.Contains(':', StringComparison.Ordinal)
            ? null
            : "An entry of this file says itself what it passes: an execution role by passes, a deployer by executionRoles");
}
