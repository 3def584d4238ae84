using System.Collections.Immutable;

namespace SageMakerIam.Settings;

/// <summary>The beginnings of the names that a client gives to resources of some types.</summary>
/// <param name="Client">The client.</param>
/// <param name="Types">The resource types, <c>training-job</c> say.</param>
/// <param name="Beginnings">The beginnings, <c>pytorch-</c> say.</param>
internal sealed record ClientName(ClientDefaults Client, ImmutableArray<string> Types, ImmutableArray<string> Beginnings)
{
    /// <summary>Where it is to be seen, in Markdown.</summary>
    public required string Source { get; init; }
}
