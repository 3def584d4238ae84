namespace Proof.Contracts;

/// <summary>What a principal of a contract is to the stack.</summary>
public enum PrincipalKind
{
    /// <summary>A role that SageMaker assumes.</summary>
    ExecutionRoles,

    /// <summary>An IAM user that launches work.</summary>
    Deployers,

    /// <summary>
    /// A role or user that may pass an execution role: one that was there before, or the role that another account assumes.
    /// </summary>
    PassRoleGrants,

    /// <summary>An identity that the stack does not make, such as a principal of another account.</summary>
    Others,

    /// <summary>
    /// An identity that the stack does not make, and that may do everything by its own policies: what keeps it from something is the
    /// policy of a resource, or its boundary.
    /// </summary>
    Administrators,
}

/// <summary>How the kinds of principals are written.</summary>
public static class PrincipalKinds
{
    /// <summary>The key of a contract under which the principals of a kind stand.</summary>
    public static string Key(this PrincipalKind kind) => kind switch
    {
        PrincipalKind.ExecutionRoles => "executionRoles",
        PrincipalKind.Deployers => "deployers",
        PrincipalKind.PassRoleGrants => "passRoleGrants",
        PrincipalKind.Administrators => "administrators",
        _ => "others",
    };

    /// <summary>Whether the stack makes the principals of a kind, or gives them something.</summary>
    public static bool IsOfTheStack(this PrincipalKind kind) => kind is not (PrincipalKind.Others or PrincipalKind.Administrators);

    /// <summary>The stack output that gives the ARNs of a kind; null where the stack makes none.</summary>
    public static string? Output(this PrincipalKind kind) => kind switch
    {
        PrincipalKind.ExecutionRoles => "executionRoleArns",
        PrincipalKind.Deployers => "deployerArns",
        PrincipalKind.PassRoleGrants => "passRoleGrantRoleArns",
        _ => null,
    };
}
