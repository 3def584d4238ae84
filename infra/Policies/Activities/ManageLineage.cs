using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Activities;

/// <summary>
/// Record where data and models come from: actions, artifacts, contexts and what joins them; the ids of artifacts are hashes, so that
/// those of others are reached as well.
/// </summary>
/// <remarks>Service Authorization Reference, "Actions, resources, and condition keys for Amazon SageMaker".</remarks>
internal sealed record ManageLineage : MLActivity
{
    /// <inheritdoc/>
    public override IEnumerable<Statement> Statements(ActivityScope scope)
    {
        // An artifact is named by a hash of its source.
        var artifacts = scope.Account.Regional("sagemaker", "artifact/*");
        ImmutableArray<string> own = scope.SageMaker("action", "context");
        yield return new Statement
        {
            Sid = "ManageLineage",
            Actions =
            [
                .. SageMakerTags.OfJobs,
                "sagemaker:CreateAction", "sagemaker:CreateContext",
                "sagemaker:DeleteAction", "sagemaker:DeleteContext",
                "sagemaker:DescribeAction", "sagemaker:DescribeContext",
                "sagemaker:UpdateAction", "sagemaker:UpdateContext",
            ],
            Resources = own,
        };
        yield return new Statement
        {
            Sid = "ManageArtifacts",
            Actions =
            [
                "sagemaker:CreateArtifact", "sagemaker:DeleteArtifact", "sagemaker:DescribeArtifact", "sagemaker:UpdateArtifact",
            ],
            Resources = [artifacts],
        };
        yield return SageMakerTags.WhenCreated("LineageTags", [.. own, artifacts], "CreateAction", "CreateArtifact", "CreateContext");
        yield return new Statement
        {
            Sid = "Associations",
            Actions = ["sagemaker:AddAssociation", "sagemaker:DeleteAssociation"],
            Resources =
            [
                .. own, .. scope.SageMaker("experiment", "experiment-trial-component"), artifacts,
            ],
        };
        yield return new Statement
        {
            Sid = "ListLineage",
            Actions =
            [
                "sagemaker:ListActions", "sagemaker:ListArtifacts", "sagemaker:ListAssociations", "sagemaker:ListContexts",
                "sagemaker:QueryLineage",
            ],
            Resources = ["*"],
        };
    }
}
