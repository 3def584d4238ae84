using System.Collections.Immutable;

namespace SageMakerIam.Policies.Activities;

/// <summary>
/// The tags of what an activity makes. AddTags is checked as well when something is created with tags, as the SageMaker SDKs create it;
/// Terraform, Pulumi and the SDKs' own updates read the tags of what they made.
/// </summary>
/// <remarks>Service Authorization Reference, "Actions, resources, and condition keys for Amazon SageMaker".</remarks>
internal static class SageMakerTags
{
    /// <summary>Reading, setting and removing tags.</summary>
    public static ImmutableArray<string> Actions { get; } = ["sagemaker:AddTags", "sagemaker:DeleteTags", "sagemaker:ListTags"];
}
