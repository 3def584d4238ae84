using Pulumi;
using Pulumi.Aws.Iam;

namespace SageMakerIam.Components;

/// <summary>A role that policies are given to.</summary>
/// <param name="role">The role's name.</param>
internal sealed class RoleHolder(Input<string> role) : IPolicyHolder
{
    /// <inheritdoc/>
    public Output<string> AddInline(string name, Input<string>? policyName, Output<string> document, CustomResourceOptions options) =>
        new RolePolicy(name, new RolePolicyArgs { Name = policyName, Role = role, Policy = document }, options).Name.Made();

    /// <inheritdoc/>
    public Output<string> Attach(string name, Input<string> policyArn, CustomResourceOptions options) =>
        new RolePolicyAttachment(name, new RolePolicyAttachmentArgs { Role = role, PolicyArn = policyArn }, options).PolicyArn.Made();

    /// <inheritdoc/>
    public void KeepInline(string name, InputList<string> policyNames, CustomResourceOptions options) =>
        _ = new RolePoliciesExclusive(name, new RolePoliciesExclusiveArgs { RoleName = role, PolicyNames = policyNames }, options);

    /// <inheritdoc/>
    public void KeepAttached(string name, InputList<string> policyArns, CustomResourceOptions options) =>
        _ = new RolePolicyAttachmentsExclusive(
            name, new RolePolicyAttachmentsExclusiveArgs { RoleName = role, PolicyArns = policyArns }, options);
}
