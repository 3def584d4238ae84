using Pulumi;
using SageMakerIam.Iam;

namespace SageMakerIam.Components;

/// <summary>A role or user that policies are given to. AWS has a type of resource for each of the two, with inputs of its own.</summary>
internal interface IPolicyHolder
{
    /// <summary>A role or user that is given something, and not made by this.</summary>
    /// <param name="principal">Its ARN.</param>
    /// <param name="made">The same, once it is made.</param>
    static IPolicyHolder Of(Arn principal, Output<string> made)
    {
        var name = made.Apply(_ => principal.Name);
        return principal.IsUser ? new UserHolder(name) : new RoleHolder(name);
    }

    /// <summary>Makes an inline policy, and answers its name.</summary>
    /// <param name="name">The name of the resource.</param>
    /// <param name="policyName">The name of the policy; null for Pulumi to name it.</param>
    /// <param name="document">The policy as JSON.</param>
    /// <param name="options">The options of the resource.</param>
    Output<string> AddInline(string name, Input<string>? policyName, Output<string> document, CustomResourceOptions options);

    /// <summary>Attaches a managed policy, and answers the policy's ARN once it is attached.</summary>
    Output<string> Attach(string name, Input<string> policyArn, CustomResourceOptions options);

    /// <summary>Takes away all inline policies but those of these names.</summary>
    void KeepInline(string name, InputList<string> policyNames, CustomResourceOptions options);

    /// <summary>Detaches all managed policies but those of these ARNs.</summary>
    void KeepAttached(string name, InputList<string> policyArns, CustomResourceOptions options);
}
