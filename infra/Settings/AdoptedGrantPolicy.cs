using SageMakerIam.Settings.Declarations;
using SageMakerIam.Settings.Formats;

namespace SageMakerIam.Settings;

/// <summary>
/// The policy of a grant's principal, made by hand, that is taken over; the principal and its other policies stay their
/// owner's.
/// </summary>
internal sealed record AdoptedGrantPolicy
{
    /// <summary>The name of the inline policy.</summary>
    [Format<PolicyName>]
    public required string Inline { get; init; }
}
