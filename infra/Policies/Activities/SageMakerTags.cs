using System.Collections.Immutable;
using SageMakerIam.Iam;

namespace SageMakerIam.Policies.Activities;

/// <summary>
/// The tags of what an activity makes. AddTags is checked as well when something is created with tags, as the SageMaker SDKs create it;
/// Terraform, Pulumi and the SDKs' own updates read the tags of what they made, and set them anew.
/// </summary>
/// <remarks>
/// Service Authorization Reference, "Actions, resources, and condition keys for Amazon SageMaker", and sagemaker:TaggingAction.
/// </remarks>
internal static class SageMakerTags
{
    /// <summary>Reading, setting and removing tags.</summary>
    public static ImmutableArray<string> Actions { get; } = ["sagemaker:AddTags", .. OfJobs];

    /// <summary>Reading and removing the tags of jobs, which nothing but <see cref="WhenCreated"/> sets.</summary>
    public static ImmutableArray<string> OfJobs => ["sagemaker:DeleteTags", "sagemaker:ListTags"];

    /// <summary>The setting of tags as something is created, and never later: a job is not kept up to date.</summary>
    /// <param name="sid">The statement's id.</param>
    /// <param name="resources">The ARNs of what is created.</param>
    /// <param name="calls">The calls that create it, <c>CreateTrainingJob</c> say.</param>
    public static Statement WhenCreated(string sid, ImmutableArray<string> resources, params ImmutableArray<string> calls) => new()
    {
        Sid = sid,
        Actions = ["sagemaker:AddTags"],
        Resources = resources,
        Conditions = [Condition.StringEquals("sagemaker:TaggingAction", calls)],
    };
}
