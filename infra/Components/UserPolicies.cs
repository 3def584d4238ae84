using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.Iam;
using SageMakerIam.Policies;
using SageMakerIam.Policies.Packing;

namespace SageMakerIam.Components;

/// <summary>Gives a user the policies of a layout.</summary>
internal static class UserPolicies
{
    public static void Attach(string name, Input<string> user, PolicyLayout layout, Output<ImmutableArray<Statement>> statements, ComponentResource parent, ProviderResource? provider = null)
    {
        var options = new CustomResourceOptions { Parent = parent, Provider = provider };
        if (layout.Inline is { } inline)
        {
            _ = new UserPolicy($"{name}-policy", new UserPolicyArgs { User = user, Policy = statements.Apply(all => inline.Document(all).ToJson()) }, options);
        }

        foreach (var (index, part) in layout.Managed.Index())
        {
            var policyName = $"{name}-policy-{index + 2}";
            var policy = new Policy(policyName, new PolicyArgs { PolicyDocument = statements.Apply(all => part.Document(all).ToJson()) }, options);
            _ = new UserPolicyAttachment($"{policyName}-attachment", new UserPolicyAttachmentArgs { User = user, PolicyArn = policy.Arn }, options);
        }
    }
}
