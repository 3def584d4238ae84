using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Plan;

/// <summary>A role or user that the stack makes or takes over.</summary>
/// <param name="Path">Where it stands in the configuration.</param>
/// <param name="IsExclusive">Whether it has its policies to itself.</param>
/// <param name="Resource">It as the resource of an ARN, <c>role/training</c> say; null where it has no name yet.</param>
internal sealed record OwnPrincipal(string Path, bool IsExclusive, string? Resource)
{
    /// <summary>Those of a stack.</summary>
    /// <param name="settings">The settings of the stack.</param>
    /// <param name="last">What the last update left: which names Pulumi gave.</param>
    public static IReadOnlyCollection<OwnPrincipal> Of(StackSettings settings, LastUpdate last) =>
    [
        .. settings.ExecutionRoles.Select(role => new OwnPrincipal(
            $"executionRoles.{role.Key}",
            role.Value.Exclusive,
            Named("role", role.Value.RoleName) ?? last.ResourceOf(LastUpdate.RoleArnsOutput, role.Key))),
        .. settings.Deployers.Select(deployer => new OwnPrincipal(
            $"deployers.{deployer.Key}",
            deployer.Value.Exclusive,
            Named("user", deployer.Value.UserName) ?? Named("role", deployer.Value.RoleName)
                ?? last.ResourceOf(LastUpdate.ArnsOutput, deployer.Key))),
    ];

    /// <summary>
    /// Whether it is the principal that an ARN of its account names. IAM compares names without regard to case; an adopted principal may
    /// have a path, which the settings do not say.
    /// </summary>
    public bool Is(Arn principal) =>
        string.Equals(Resource, principal.Resource, StringComparison.OrdinalIgnoreCase)
        || string.Equals(Resource, $"{(principal.IsUser ? "user" : "role")}/{principal.Name}", StringComparison.OrdinalIgnoreCase);

    private static string? Named(string kind, string? name) => name is null ? null : $"{kind}/{name}";
}
