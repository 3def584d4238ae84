using System.Collections.Immutable;
using SageMakerIam.Policies;
using SageMakerIam.Policies.Activities;

namespace SageMakerIam.Settings;

/// <summary>A deployer: an IAM user that creates jobs, models and endpoints. Never an administrator.</summary>
public sealed record DeployerSettings
{
    /// <summary>The user's name: at most 64 letters, digits and <c>_+=,.@-</c>. Default: null, Pulumi names it.</summary>
    public string? UserName { get; init; }

    /// <summary>The execution roles that it may pass, to SageMaker alone; keys of <c>executionRoles</c>. Default: none.</summary>
    public ImmutableArray<string> ExecutionRoles { get; init; } = [];

    /// <summary>What it may do with SageMaker. Default: none.</summary>
    public ImmutableArray<MLActivity> Activities { get; init; } = [];

    /// <summary>The beginning of the names of the SageMaker resources that the activities are allowed on. Default: none; needed with activities.</summary>
    public string? ResourcePrefix { get; init; }

    /// <summary>The S3 buckets that it works on. Default: none.</summary>
    public ImmutableArray<BucketAccess> Buckets { get; init; } = [];

    /// <summary>The ECR repositories that it works with; a plain list means <c>pull</c>. Default: none.</summary>
    public RepositoryAccess Repositories { get; init; } = new();

    /// <summary>Its access keys. Default: one, of generation 1.</summary>
    public AccessKeySettings AccessKey { get; init; } = new();

    /// <summary>The ARN of the policy that bounds what the user can ever do. Default: null, none.</summary>
    public string? PermissionsBoundary { get; init; }

    /// <summary>Whether Pulumi refuses to delete or replace the user. Default: false.</summary>
    public bool Protect { get; init; }
}
