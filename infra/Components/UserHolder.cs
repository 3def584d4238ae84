using Pulumi;
using Pulumi.Aws.Iam;

namespace SageMakerIam.Components;

/// <summary>A user that policies are given to.</summary>
/// <param name="user">The user's name.</param>
internal sealed class UserHolder(Input<string> user) : IPolicyHolder
{
    /// <inheritdoc/>
    public Output<string> AddInline(string name, Input<string>? policyName, Output<string> document, CustomResourceOptions options) =>
        new UserPolicy(name, new UserPolicyArgs { Name = policyName, User = user, Policy = document }, options).Name.Made();

    /// <inheritdoc/>
    public Output<string> Attach(string name, Input<string> policyArn, CustomResourceOptions options) =>
        new UserPolicyAttachment(name, new UserPolicyAttachmentArgs { User = user, PolicyArn = policyArn }, options).PolicyArn.Made();

    /// <inheritdoc/>
    public void KeepInline(string name, InputList<string> policyNames, CustomResourceOptions options) =>
        _ = new UserPoliciesExclusive(name, new UserPoliciesExclusiveArgs { UserName = user, PolicyNames = policyNames }, options);

    /// <inheritdoc/>
    public void KeepAttached(string name, InputList<string> policyArns, CustomResourceOptions options) =>
        _ = new UserPolicyAttachmentsExclusive(
            name, new UserPolicyAttachmentsExclusiveArgs { UserName = user, PolicyArns = policyArns }, options);
}
