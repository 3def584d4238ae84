namespace SageMakerIam.Iam.Packing;

/// <summary>How much IAM holds for one principal.</summary>
/// <param name="Inline">The inline policies together, in characters without white space.</param>
/// <param name="ManagedPolicies">How many managed policies may be attached.</param>
/// <remarks>IAM User Guide, "IAM and AWS STS quotas".</remarks>
internal sealed record PolicyQuota(int Inline, int ManagedPolicies)
{
    /// <summary>A managed policy, in characters without white space.</summary>
    public const int ManagedPolicy = 6_144;

    private const int AttachedPolicies = 10;

    /// <summary>What IAM holds for a user.</summary>
    public static PolicyQuota User { get; } = new(2_048, AttachedPolicies);

    /// <summary>What IAM holds for a role.</summary>
    public static PolicyQuota Role { get; } = new(10_240, AttachedPolicies);

    /// <summary>What is left beside the policies of a layout.</summary>
    public PolicyQuota Without(PolicyLayout layout) =>
        Without(layout.Managed.Length) with { Inline = Math.Max(0, Inline - (layout.Inline?.Size ?? 0)) };

    /// <summary>What is left when some managed policies are attached already.</summary>
    public PolicyQuota Without(int managedPolicies) => this with { ManagedPolicies = Math.Max(0, ManagedPolicies - managedPolicies) };
}
