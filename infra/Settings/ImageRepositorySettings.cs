using System.Collections.Immutable;
using SageMakerIam.Settings.Declarations;
using SageMakerIam.Settings.Formats;

namespace SageMakerIam.Settings;

/// <summary>
/// A repository of ECR that the stack makes, by its name: images are scanned when they are pushed, tags never move, and Pulumi refuses to
/// delete it.
/// </summary>
/// <remarks>
/// Amazon ECR User Guide, "Private repository policies", "Preventing image tags from being overwritten" and "Scan images for software
/// vulnerabilities".
/// </remarks>
internal sealed record ImageRepositorySettings
{
    /// <summary>
    /// The numbers of the other accounts whose roles, as far as their own policies let them, and whose SageMaker may pull images.
    /// Default: none.
    /// </summary>
    [Format<AccountId>, ListOf("numbers of accounts")]
    public ImmutableArray<string> PullFrom { get; init; } = [];

    /// <summary>Whether Pulumi refuses to delete or replace the repository. Default: true.</summary>
    public bool Protect { get; init; } = true;
}
