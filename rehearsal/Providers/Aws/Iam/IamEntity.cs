using System.Text.RegularExpressions;

namespace Rehearsal.Providers.Aws.Iam;

/// <summary>A role, a user or a managed policy that may exist in an account.</summary>
/// <param name="Kind">The word in the names of IAM's actions: Role, User or Policy.</param>
/// <param name="Name">The name of a role or user, the ARN of a policy.</param>
/// <param name="Path">The path of a role or user.</param>
/// <param name="Account">The number of its account; null for the one that is worked in.</param>
internal sealed partial record IamEntity(string Kind, string Name, string Path = "/", string? Account = null)
{
    /// <summary>The role or user that an ARN names; null when it names something else.</summary>
    public static IamEntity? FromArn(string arn) => RoleOrUser().Match(arn) is { Success: true } match
        ? new IamEntity(
            match.Groups["kind"].Value == "role" ? "Role" : "User",
            match.Groups["name"].Value,
            match.Groups["path"].Value,
            match.Groups["account"].Value)
        : null;

    /// <summary>The entity in words, <c>role NAME</c>.</summary>
    public override string ToString() => $"{Kind.ToLowerInvariant()} {Name}{(Account is null ? "" : $" of {Account}")}";

    [GeneratedRegex("^arn:[^:]+:iam::(?<account>[0-9]{12}):(?<kind>role|user)(?<path>/(?:.*/)?)(?<name>[^/]+)$")]
    private static partial Regex RoleOrUser();
}
