namespace SageMakerIam.Plan;

/// <summary>What a stack makes that a boundary is for: one for each kind.</summary>
internal enum BoundedKind
{
    /// <summary>Execution roles.</summary>
    ExecutionRoles,

    /// <summary>Deployers, users and roles alike.</summary>
    Deployers,

    /// <summary>The roles that principals of other accounts assume.</summary>
    PassRoleGrants,
}
