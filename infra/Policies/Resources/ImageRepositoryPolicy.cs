using System.Collections.Immutable;
using SageMakerIam.Iam;

namespace SageMakerIam.Policies.Resources;

/// <summary>The policy of a repository whose images other accounts pull, by their roles, and by SageMaker that works for them.</summary>
/// <remarks>
/// Amazon ECR User Guide, "Private repository policy examples"; Amazon SageMaker AI Developer Guide, "Cross-service confused deputy
/// prevention". No page that was found says that SageMaker gives <c>aws:SourceAccount</c> as it pulls an image; where it does not, the
/// roles of the accounts pull by the first statement all the same. A repository's policy names no resource.
/// </remarks>
internal static class ImageRepositoryPolicy
{
    private static readonly ImmutableArray<string> Pulling =
        ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"];

    /// <param name="accounts">The numbers of the other accounts.</param>
    /// <param name="account">The account that the repository is in.</param>
    public static PolicyDocument Document(ImmutableArray<string> accounts, AwsAccount account) => new(
    [
        new Statement
        {
            Sid = "AccountsPull",
            Principal = Principal.Aws(accounts.Select(number => $"arn:{account.Partition}:iam::{number}:root")),
            Actions = Pulling,
        },
        new Statement
        {
            Sid = "SageMakerPulls",
            Principal = Principal.Service("sagemaker.amazonaws.com"),
            Actions = Pulling,
            // SageMaker works for everybody.
            Conditions = [Condition.StringEquals("aws:SourceAccount", accounts)],
        },
    ]);
}
