namespace SageMakerIam.Settings.Declarations;

/// <summary>What a deployer is.</summary>
internal enum DeployerKind
{
    /// <summary>An IAM user with an access key.</summary>
    User,

    /// <summary>A role without one, which <see cref="DeployerSettings.AssumedBy"/> makes it.</summary>
    Role,
}

/// <summary>The setting has a use for one kind of deployer alone.</summary>
/// <param name="kind">The kind.</param>
internal sealed class OnlyForAttribute(DeployerKind kind) : OnlyWithAttribute(
    nameof(DeployerSettings.AssumedBy),
    kind == DeployerKind.Role,
    kind == DeployerKind.Role
        ? "Without assumedBy the deployer is a user: its name is userName"
        : "With assumedBy the deployer is a role, which has no user name, no access key and no MFA");
