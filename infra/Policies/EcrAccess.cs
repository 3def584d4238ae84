using System.Collections.Immutable;

namespace SageMakerIam.Policies;

/// <summary>ECR repositories and what may be done with them; each by its name in this account and region, or by its ARN.</summary>
public sealed record RepositoryAccess
{
    /// <summary>Repositories whose images may be pulled. Default: none.</summary>
    public ImmutableArray<string> Pull { get; init; } = [];

    /// <summary>Repositories that images may be pushed to. Default: none.</summary>
    public ImmutableArray<string> Push { get; init; } = [];

    /// <summary>Repositories that may be described, with the images in them. Default: none.</summary>
    public ImmutableArray<string> Describe { get; init; } = [];

    /// <summary>Repositories that may be created and deleted, with the images in them. Default: none.</summary>
    public ImmutableArray<string> Manage { get; init; } = [];
}

/// <summary>ECR by repository.</summary>
/// <remarks>Amazon ECR User Guide, "IAM permissions for pushing an image to an Amazon ECR private repository".</remarks>
public static class EcrAccess
{
    /// <summary>The statements for these repositories.</summary>
    public static IEnumerable<Statement> Statements(RepositoryAccess repositories, AwsAccount account)
    {
        ArgumentNullException.ThrowIfNull(repositories);
        if (!repositories.Pull.IsEmpty || !repositories.Push.IsEmpty)
        {
            yield return new Statement
            {
                Sid = "EcrLogin",
                Actions = ["ecr:GetAuthorizationToken"],
                // The token is the registry's, and the action knows no resource: it opens nothing by itself.
                Resources = ["*"],
            };
        }

        IEnumerable<(string Sid, ImmutableArray<string> Repositories, ImmutableArray<string> Actions)> permissions =
        [
            ("EcrPull", repositories.Pull, ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]),
            ("EcrPush", repositories.Push,
            [
                "ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:CompleteLayerUpload",
                "ecr:InitiateLayerUpload", "ecr:PutImage", "ecr:UploadLayerPart",
            ]),
            ("EcrDescribe", repositories.Describe, ["ecr:DescribeImages", "ecr:DescribeRepositories"]),
            ("EcrManage", repositories.Manage, ["ecr:BatchDeleteImage", "ecr:CreateRepository", "ecr:DeleteRepository"]),
        ];
        foreach (var (sid, named, actions) in permissions.Where(permission => !permission.Repositories.IsEmpty))
        {
            yield return new Statement { Sid = sid, Actions = actions, Resources = [.. named.Select(account.Repository)] };
        }
    }
}
