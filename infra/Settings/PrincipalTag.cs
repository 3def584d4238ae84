using SageMakerIam.Settings.Declarations;
using SageMakerIam.Settings.Formats;

namespace SageMakerIam.Settings;

/// <summary>
/// A tag that the stack gives a principal, and by which the principal is told from others: attribute-based access control (ABAC). All that
/// it makes must bear the tag with the value that the principal itself bears, and keeps it; what bears another value it cannot touch. What
/// bears no such tag is bound by its name alone, as before: what was made without, executions of pipelines, lists. A version of a model has
/// the tags of its group. The principal cannot change its own tags, since nothing here allows that; with the tag taken from it by hand, it
/// makes nothing, and touches nothing that bears the tag.
/// </summary>
/// <remarks>
/// IAM User Guide, "Define permissions based on attributes with ABAC authorization"; SageMaker API Reference, "CreateModelPackage", Tags.
/// </remarks>
internal sealed record PrincipalTag
{
    /// <summary>Its key, <c>team</c> say.</summary>
    [Format<TagText>]
    public required string Key { get; init; }

    /// <summary>Its value on the principal.</summary>
    [Format<TagText>]
    public required string Value { get; init; }
}
