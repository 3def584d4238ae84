using Pulumi;
using SageMakerIam.Iam;
using SageMakerIam.Plan;
using SageMakerIam.Settings;

namespace SageMakerIam.Components;

/// <summary>What a <see cref="PassRoleGrant"/> is made from.</summary>
internal sealed class PassRoleGrantArgs : ResourceArgs
{
    public required PassRoleGrantSettings Settings { get; init; }

    /// <summary>The ARN of its principal, once that is made where the stack makes it.</summary>
    public required Output<string> PrincipalArn { get; init; }

    /// <summary>The policies that are planned for it.</summary>
    public required PlannedGrant Plan { get; init; }

    /// <summary>The ARNs of its execution roles, in the order of <see cref="PassRoleGrantSettings.ExecutionRoles"/>.</summary>
    public required InputList<string> ExecutionRoleArns { get; init; }

    /// <summary>The ARNs of the stack's keys.</summary>
    public required Output<OwnKeyArns> KeyArns { get; init; }

    /// <summary>The account that the stack stands in.</summary>
    public required AwsAccount Account { get; init; }

    /// <summary>The provider that works in the account of a principal of another one; null where Pulumi may not work there.</summary>
    public ProviderResource? PrincipalProvider { get; init; }

    /// <summary>The ARN of the policy that bounds what it can ever do; null for none.</summary>
    public Input<string>? PermissionsBoundary { get; init; }
}
