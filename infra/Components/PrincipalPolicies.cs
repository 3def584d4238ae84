using System.Collections.Immutable;
using Pulumi;
using SageMakerIam.Plan;

namespace SageMakerIam.Components;

/// <summary>Gives a role or user the policies that are planned for it.</summary>
internal static class PrincipalPolicies
{
    /// <summary>Makes the policies, and answers what the role or user then holds.</summary>
    /// <param name="name">What the names of the resources begin with.</param>
    /// <param name="holder">The role or user.</param>
    /// <param name="policies">Its policies.</param>
    /// <param name="roleArns">The ARNs of the roles that they name.</param>
    /// <param name="keyArns">The ARNs of the stack's keys.</param>
    /// <param name="parent">The component that the resources belong to.</param>
    /// <param name="provider">The provider of the holder's account; null for the parent's.</param>
    /// <param name="adoption">What is taken over; null for nothing.</param>
    public static HeldPolicies Attach(
        string name,
        IPolicyHolder holder,
        PlannedPolicies policies,
        Output<ImmutableArray<string>> roleArns,
        Output<OwnKeyArns> keyArns,
        ComponentResource parent,
        ProviderResource? provider = null,
        Adoption? adoption = null)
    {
        var statements = Output.Tuple(roleArns, keyArns).WhenMade(arns => policies.Statements(arns.Item1, arns.Item2));
        var (inlineNames, policyArns) = (new InputList<string>(), new InputList<string>());
        if (policies.Layout.Inline is { } inline)
        {
            inlineNames.Add(holder.AddInline(
                $"{name}-policy",
                Optional.Input(adoption?.InlinePolicyName),
                statements.Apply(all => inline.Document(all).ToJson()),
                NewBeforeOld.Options(parent, provider, adoption?.InlinePolicyId)));
        }

        foreach (var (index, part) in policies.Layout.Managed.Index())
        {
            var (policyName, taken) = ($"{name}-policy-{index + 2}", index == 0 ? adoption : null);
            var policy = ManagedPolicy.Create(policyName, statements.Apply(all => part.Document(all).ToJson()), parent, provider, taken);
            policyArns.Add(holder.Attach(
                $"{policyName}-attachment",
                policy.Arn.Made(),
                NewBeforeOld.Options(parent, provider, taken?.AttachmentId)));
        }

        return new(inlineNames, policyArns);
    }

    /// <summary>Takes away from a role or user all policies but these, now and whenever it is given others.</summary>
    /// <param name="name">What the names of the resources begin with.</param>
    /// <param name="holder">The role or user.</param>
    /// <param name="held">The policies that it keeps.</param>
    /// <param name="isExclusive">Whether the settings want it so; where they do not, it is said.</param>
    /// <param name="parent">The component that the resources belong to.</param>
    /// <remarks>A refresh reads which policies there are; the update after it takes away what is too much.</remarks>
    public static void Claim(string name, IPolicyHolder holder, HeldPolicies held, bool isExclusive, ComponentResource parent)
    {
        if (!isExclusive)
        {
            Log.Warn(
                $"'{name}' is not exclusive: policies that others give it stay, and no update or preview of this stack shows them.",
                parent);
            return;
        }

        var options = new CustomResourceOptions { Parent = parent };
        holder.KeepInline($"{name}-policies", held.InlineNames, options);
        holder.KeepAttached($"{name}-policy-attachments", held.PolicyArns, options);
    }
}
