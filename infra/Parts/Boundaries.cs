using Pulumi;
using SageMakerIam.Components;
using SageMakerIam.Plan;

namespace SageMakerIam.Parts;

/// <summary>What bounds the roles and users of a stack: the boundaries that it makes, and those that its settings name.</summary>
internal sealed class Boundaries
{
    private readonly PermissionsBoundaries? made;

    /// <summary>Makes the boundaries, where the stack has some.</summary>
    /// <param name="plan">The plan of the stack.</param>
    /// <param name="keyArns">The ARNs of its keys.</param>
    public Boundaries(StackPlan plan, Output<OwnKeyArns> keyArns) =>
        made = plan.Boundaries.IsEmpty ? null : new PermissionsBoundaries(plan.Boundaries, keyArns, plan.Account);

    /// <summary>The ARN of what bounds one of a kind; null for nothing.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="named">The boundary that its own settings name; null for none.</param>
    public Input<string>? Of(BoundedKind kind, string? named) =>
        named is null && made?.ArnOf(kind) is { } arn ? arn : Optional.Input(named);

    /// <summary>Adds what the stack's outputs say of those that it makes.</summary>
    public void AddTo(StackOutputs outputs)
    {
        if (made is not null)
        {
            outputs.Add("boundaryArns", made.Arns, arn => arn);
            outputs.Add("boundaryDelegationPolicies", made.Delegations, policy => policy);
        }
    }
}
