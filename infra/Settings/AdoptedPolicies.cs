using SageMakerIam.Settings.Declarations;
using SageMakerIam.Settings.Formats;

namespace SageMakerIam.Settings;

/// <summary>
/// The policies, made by hand, of a role or user that is taken over; they are taken over with it, and hold then what
/// the settings say. Its other policies are taken away from it.
/// </summary>
[TrueOrMap]
internal sealed record AdoptedPolicies
{
    /// <summary>The name of an inline policy. Default: null, a new one is made.</summary>
    [Format<PolicyName>]
    public string? Inline { get; init; }

    /// <summary>
    /// The name of a customer managed policy that is attached to it, for what does not fit inline. Default: null, a new one is
    /// made.
    /// </summary>
    [Format<PolicyName>]
    public string? Managed { get; init; }
}
