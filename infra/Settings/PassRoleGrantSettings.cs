using System.Collections.Immutable;
using SageMakerIam.Policies;

namespace SageMakerIam.Settings;

/// <summary>A PassRole grant: the right of one named principal to pass named execution roles to named services.</summary>
public sealed record PassRoleGrantSettings
{
    /// <summary>The execution roles that may be passed; keys of <c>executionRoles</c>.</summary>
    public required ImmutableArray<string> ExecutionRoles { get; init; }

    /// <summary>The ARN of the role or user that may pass them.</summary>
    public required Arn Principal { get; init; }

    /// <summary>The services that they may be passed to; each must trust them. Default: <c>sagemaker.amazonaws.com</c>.</summary>
    public ImmutableArray<TrustedService> Services { get; init; } = [TrustedService.SageMaker];
}
