using System.Collections.Immutable;

namespace SageMakerIam.Settings;

/// <summary>All that a stack's configuration says, checked. Each map is keyed by a name of the user's choosing, accounts by their numbers.</summary>
public sealed record StackSettings
{
    /// <summary>The execution roles. Default: none.</summary>
    public ImmutableSortedDictionary<string, ExecutionRoleSettings> ExecutionRoles { get; init; } = NoEntries<ExecutionRoleSettings>();

    /// <summary>The deployers. Default: none.</summary>
    public ImmutableSortedDictionary<string, DeployerSettings> Deployers { get; init; } = NoEntries<DeployerSettings>();

    /// <summary>The PassRole grants. Default: none.</summary>
    public ImmutableSortedDictionary<string, PassRoleGrantSettings> PassRoleGrants { get; init; } = NoEntries<PassRoleGrantSettings>();

    /// <summary>External ids by grant, which are secret: those that the configuration keeps secret, in place of <see cref="PassRoleGrantSettings.ExternalId"/>. Default: none.</summary>
    public ImmutableSortedDictionary<string, string> ExternalIds { get; init; } = NoEntries<string>();

    /// <summary>The other accounts that Pulumi may work in, by account number. Default: none.</summary>
    public ImmutableSortedDictionary<string, AccountSettings> Accounts { get; init; } = NoEntries<AccountSettings>();

    private static ImmutableSortedDictionary<string, T> NoEntries<T>() => ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);
}
