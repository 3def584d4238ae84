using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Permissions;

/// <summary>ECR by repository.</summary>
/// <remarks>Amazon ECR User Guide, "IAM permissions for pushing an image to an Amazon ECR private repository".</remarks>
internal static class EcrAccess
{
    public static IEnumerable<Statement> Statements(RepositoryAccess repositories, AwsAccount account)
    {
        ImmutableArray<string> pulled = [.. repositories.Pull, .. repositories.AwsImages.Select(account.AwsImage)];
        if (!pulled.IsEmpty || !repositories.Push.IsEmpty)
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
            ("EcrPull", pulled, ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]),
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
