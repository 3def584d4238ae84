using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.Iam;
using SageMakerIam.Iam;
using SageMakerIam.Iam.Packing;

namespace SageMakerIam.Components;

/// <summary>Gives a role the policies of a layout.</summary>
internal static class RolePolicies
{
    /// <summary>Makes the policies, and answers what the role then holds.</summary>
    public static HeldPolicies Attach(
        string name,
        Input<string> role,
        PolicyLayout layout,
        Output<ImmutableArray<Statement>> statements,
        ComponentResource parent,
        ProviderResource? provider = null,
        Adoption? adoption = null)
    {
        var (inlineNames, policyArns) = (new InputList<string>(), new InputList<string>());
        if (layout.Inline is { } inline)
        {
            var policy = new RolePolicy(
                $"{name}-policy",
                new RolePolicyArgs { Name = Optional.Input(adoption?.InlinePolicyName), Role = role, Policy = statements.Apply(all => inline.Document(all).ToJson()) },
                new CustomResourceOptions { Parent = parent, Provider = provider, ImportId = adoption?.InlinePolicyId });
            inlineNames.Add(policy.Name);
        }

        foreach (var (index, part) in layout.Managed.Index())
        {
            var (policyName, taken) = ($"{name}-policy-{index + 2}", index == 0 ? adoption : null);
            var policy = ManagedPolicy.Create(policyName, statements.Apply(all => part.Document(all).ToJson()), parent, provider, taken);
            var attachment = new RolePolicyAttachment(
                $"{policyName}-attachment",
                new RolePolicyAttachmentArgs { Role = role, PolicyArn = policy.Arn },
                new CustomResourceOptions { Parent = parent, Provider = provider, ImportId = taken?.AttachmentId });
            policyArns.Add(attachment.PolicyArn);
        }

        return new(inlineNames, policyArns);
    }

    /// <summary>Takes away from a role all policies but these: what it was given by hand.</summary>
    public static void Claim(string name, Input<string> role, HeldPolicies held, ComponentResource parent)
    {
        var options = new CustomResourceOptions { Parent = parent };
        _ = new RolePoliciesExclusive($"{name}-policies", new RolePoliciesExclusiveArgs { RoleName = role, PolicyNames = held.InlineNames }, options);
        _ = new RolePolicyAttachmentsExclusive(
            $"{name}-policy-attachments", new RolePolicyAttachmentsExclusiveArgs { RoleName = role, PolicyArns = held.PolicyArns }, options);
    }
}
