namespace Rehearsal.Providers.Aws.Iam;

/// <summary>A role or a user, as IAM's API names their policies.</summary>
/// <param name="Kind">The word in the names of IAM's actions: Role or User.</param>
/// <param name="Name">The principal's name.</param>
/// <param name="InlinePolicyQuota">How large its inline policies may be together, in characters without white space.</param>
internal sealed record IamPrincipal(string Kind, string Name, int InlinePolicyQuota)
{
    /// <summary>A role.</summary>
    public static IamPrincipal Role(string name) => new("Role", name, 10_240);

    /// <summary>A user.</summary>
    public static IamPrincipal User(string name) => new("User", name, 2_048);

    /// <summary>The principal in words, <c>role NAME</c>.</summary>
    public override string ToString() => $"{Kind.ToLowerInvariant()} {Name}";
}
