using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Activities;

/// <summary>Search and see experiments, runs and lineage of the account; searches and lists know no narrower permission.</summary>
/// <remarks>SageMaker AI Developer Guide, "ML activity reference", Search and visualize experiments.</remarks>
internal sealed record SearchExperiments : MLActivity
{
    private static readonly ImmutableArray<(string Type, string Action)> Seen =
    [
        ("action", "Action"), ("context", "Context"), ("experiment", "Experiment"), ("experiment-trial", "Trial"),
        ("experiment-trial-component", "TrialComponent"),
    ];

    /// <inheritdoc/>
    public override IEnumerable<Statement> Statements(ActivityScope scope)
    {
        foreach (var (type, action) in Seen)
        {
            yield return new Statement
            {
                Sid = $"See{action}s",
                Actions = [$"sagemaker:Describe{action}"],
                Resources = scope.SageMaker(type),
            };
        }

        yield return new Statement
        {
            Sid = "SearchExperiments",
            Actions =
            [
                "sagemaker:DescribeLineageGroup", "sagemaker:GetLineageGroupPolicy", "sagemaker:GetSearchSuggestions",
                "sagemaker:ListActions", "sagemaker:ListArtifacts", "sagemaker:ListAssociations", "sagemaker:ListContexts",
                "sagemaker:ListExperiments", "sagemaker:ListLineageGroups", "sagemaker:ListTrialComponents", "sagemaker:ListTrials",
                "sagemaker:QueryLineage", "sagemaker:Search",
            ],
            Resources = ["*"],
        };
    }
}
