using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Components;

/// <summary>What of a role or user, made by hand, is taken over in place: the ids by which Pulumi imports it.</summary>
/// <param name="Principal">The name of the role or user.</param>
/// <param name="Policies">The names of its policies that are taken over.</param>
/// <param name="Account">The account that it is in.</param>
/// <remarks>Pulumi docs, iac/concepts/resources/options/import.</remarks>
internal sealed record Adoption(string Principal, AdoptedPolicies Policies, AwsAccount Account)
{
    /// <summary>
    /// What only a replacement could change, or what is better kept: its path, and a boundary that the settings say nothing of.
    /// </summary>
    public static List<string> IgnoredChanges(bool isBounded) => isBounded ? ["path"] : ["path", "permissionsBoundary"];

    /// <summary>The name of the inline policy; null if a new one is made.</summary>
    public string? InlinePolicyName => Policies.Inline;

    /// <summary>The id of the inline policy; null if a new one is made.</summary>
    public string? InlinePolicyId => Policies.Inline is { } name ? $"{Principal}:{name}" : null;

    /// <summary>The name of the managed policy; null if a new one is made.</summary>
    public string? ManagedPolicyName => Policies.Managed;

    /// <summary>The ARN of the managed policy; null if a new one is made.</summary>
    public string? ManagedPolicyArn => Policies.Managed is { } name ? Account.Global("iam", $"policy/{name}") : null;

    /// <summary>The id of the managed policy's attachment; null if a new one is made.</summary>
    public string? AttachmentId => ManagedPolicyArn is { } arn ? $"{Principal}/{arn}" : null;
}
