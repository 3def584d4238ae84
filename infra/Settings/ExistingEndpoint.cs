using SageMakerIam.Settings.Declarations;
using SageMakerIam.Settings.Formats;

namespace SageMakerIam.Settings;

/// <summary>An endpoint that is there.</summary>
internal sealed record ExistingEndpoint
{
    /// <summary>The service that it is of.</summary>
    public required EndpointService Service { get; init; }

    /// <summary>Its id, <c>vpce-…</c>.</summary>
    [Format<VpcEndpointId>]
    public required string Id { get; init; }
}
