using Pulumi;
using Pulumi.Aws.Iam;

namespace SageMakerIam.Components;

/// <summary>A customer managed policy, new or taken over.</summary>
internal static class ManagedPolicy
{
    public static Policy Create(
        string name, Output<string> document, ComponentResource parent, ProviderResource? provider, Adoption? adoption) => new(
        name,
        new PolicyArgs { Name = Optional.Input(adoption?.ManagedPolicyName), PolicyDocument = document },
        new CustomResourceOptions
        {
            Parent = parent,
            Provider = provider,
            ImportId = adoption?.ManagedPolicyArn,
            DeleteBeforeReplace = false,
            // IAM never changes a policy's description or path: asking for others would replace the policy.
            IgnoreChanges = adoption?.ManagedPolicyArn is null ? [] : ["description", "path"],
        });
}
