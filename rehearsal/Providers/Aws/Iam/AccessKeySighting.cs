namespace Rehearsal.Providers.Aws.Iam;

/// <summary>What the account said of a user's access keys right after a call that changes them.</summary>
/// <param name="User">The user's name.</param>
/// <param name="Call">The API action, <c>CreateAccessKey</c>.</param>
/// <param name="Active">How many keys are active; null when the user itself is gone.</param>
/// <param name="Inactive">How many keys are inactive.</param>
internal sealed record AccessKeySighting(string User, string Call, int? Active, int Inactive)
{
    /// <summary>The keys in words.</summary>
    public override string ToString() => Active is null ? "user deleted"
        : Inactive == 0 ? $"{Active} active"
        : $"{Active} active, {Inactive} inactive";
}
