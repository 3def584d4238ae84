namespace SageMakerIam.Settings.Formats;

/// <summary>The name of an organization, project or stack in Pulumi Cloud.</summary>
/// <remarks>Pulumi docs, iac/concepts/projects and iac/concepts/stacks.</remarks>
internal sealed class PulumiName : Format
{
    /// <inheritdoc/>
    public override string Allowed => "a name of 1 to 100 letters, digits and any of _.-";

    /// <inheritdoc/>
    public override string Pattern => "[A-Za-z0-9_.-]{1,100}";
}
