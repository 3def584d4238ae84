namespace Rehearsal.Aws;

/// <summary>A role, a user or a managed policy that may exist in an account.</summary>
/// <param name="Kind">The word in the names of IAM's actions: Role, User or Policy.</param>
/// <param name="Name">The name of a role or user, the ARN of a policy.</param>
internal sealed record IamEntity(string Kind, string Name)
{
    /// <summary>The entity in words, <c>role NAME</c>.</summary>
    public override string ToString() => $"{Kind.ToLowerInvariant()} {Name}";
}
