using System.Collections.Immutable;

namespace SageMakerIam.Settings;

/// <summary>The generations of access keys that a deployer has at one time. The current key is always active.</summary>
/// <param name="Current">The generation of the current key.</param>
/// <param name="Previous">What has become of the key of the generation before.</param>
internal sealed record AccessKeyGenerations(int Current, PreviousAccessKey Previous)
{
    /// <summary>The generations whose keys exist, the oldest first.</summary>
    public ImmutableArray<int> Existing => Previous == PreviousAccessKey.Gone ? [Current] : [Current - 1, Current];

    /// <summary>The generations whose keys work, the oldest first.</summary>
    public ImmutableArray<int> Active => Previous == PreviousAccessKey.Active ? [Current - 1, Current] : [Current];
}
