using Pulumi;
using SageMakerIam.Iam;
using SageMakerIam.Plan;
using SageMakerIam.Settings;

namespace SageMakerIam.Components;

/// <summary>What a <see cref="ManagedSecret"/> is made from.</summary>
internal sealed class ManagedSecretArgs : ResourceArgs
{
    public required ManagedSecretSettings Settings { get; init; }

    /// <summary>The ARNs of the stack's own principals that read it.</summary>
    public required InputList<string> ReaderArns { get; init; }

    /// <summary>The ARNs of the stack's keys.</summary>
    public required Output<OwnKeyArns> KeyArns { get; init; }

    /// <summary>The account and region that it is in.</summary>
    public required AwsAccount Account { get; init; }
}
