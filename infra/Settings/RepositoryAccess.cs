using System.Collections.Immutable;
using SageMakerIam.Settings.Declarations;
using SageMakerIam.Settings.Formats;

namespace SageMakerIam.Settings;

/// <summary>ECR repositories and what may be done with them; each by its name in this account and region, or by its ARN.</summary>
[ListMeans(nameof(Pull))]
internal sealed record RepositoryAccess
{
    /// <summary>Repositories whose images may be pulled. Default: none.</summary>
    [Format<Repository>, ListOf("repositories")]
    public ImmutableArray<string> Pull { get; init; } = [];

    /// <summary>
    /// AWS's own images that may be pulled, <c>pytorch-training</c> say, from the accounts that host them in the stack's region.
    /// Default: none.
    /// </summary>
    [Format<AwsImage>, ListOf("images of AWS's own")]
    public ImmutableArray<string> AwsImages { get; init; } = [];

    /// <summary>Repositories that images may be pushed to. Default: none.</summary>
    [Format<Repository>, ListOf("repositories")]
    public ImmutableArray<string> Push { get; init; } = [];

    /// <summary>Repositories that may be described, with the images in them. Default: none.</summary>
    [Format<Repository>, ListOf("repositories")]
    public ImmutableArray<string> Describe { get; init; } = [];

    /// <summary>Repositories that may be created and deleted, with the images in them. Default: none.</summary>
    [Format<Repository>, ListOf("repositories")]
    public ImmutableArray<string> Manage { get; init; } = [];
}
