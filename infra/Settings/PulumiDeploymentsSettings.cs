using SageMakerIam.Settings.Declarations;
using SageMakerIam.Settings.Formats;

namespace SageMakerIam.Settings;

/// <summary>Jobs of Pulumi Deployments on one stack: preview, update, refresh and destroy.</summary>
internal sealed record PulumiDeploymentsSettings
{
    /// <summary>The organization in Pulumi Cloud.</summary>
    [Format<PulumiName>]
    public required string Organization { get; init; }

    /// <summary>The project.</summary>
    [Format<PulumiName>]
    public required string Project { get; init; }

    /// <summary>The stack.</summary>
    [Format<PulumiName>]
    public required string Stack { get; init; }
}
