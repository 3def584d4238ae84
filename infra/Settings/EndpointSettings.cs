using System.Collections.Immutable;
using SageMakerIam.Settings.Declarations;
using SageMakerIam.Settings.Formats;

namespace SageMakerIam.Settings;

/// <summary>
/// The endpoints of a VPC, through which what runs in it reaches AWS past the internet. Each that is made lets this account's principals
/// through, to what is this account's and to what the stack's entries name of others; that of S3 to the buckets that are named, and to the
/// layers of ECR's images. It gives nobody anything.
/// </summary>
/// <remarks>AWS PrivateLink Guide, "Control access to VPC endpoints using endpoint policies".</remarks>
internal sealed record EndpointSettings : IRenamed
{
    /// <summary>
    /// The name, or the names, that this entry had before: with it, the endpoints stay in place. It may stay afterwards. Default: none.
    /// </summary>
    [Format<EntryName>, ListOf("former names of the entry"), OrOne]
    public ImmutableArray<string> Formerly { get; init; } = [];

    /// <summary>The id of the VPC, <c>vpc-…</c>. Default: null; needed where an endpoint is made.</summary>
    [Format<VpcId>]
    public string? VpcId { get; init; }

    /// <summary>
    /// The ids of the subnets in which the endpoints of all services but S3 have their network interfaces. Default: none; needed where one
    /// is made.
    /// </summary>
    [Format<SubnetId>, ListOf("ids of subnets")]
    public ImmutableArray<string> Subnets { get; init; } = [];

    /// <summary>
    /// The ids of the security groups of these interfaces, which have to let in HTTPS from what runs in the VPC. Default: none; needed
    /// where one is made.
    /// </summary>
    [Format<SecurityGroupId>, ListOf("ids of security groups")]
    public ImmutableArray<string> SecurityGroups { get; init; } = [];

    /// <summary>The ids of the route tables that lead to S3. Default: none; needed where its endpoint is made.</summary>
    [Format<RouteTableId>, ListOf("ids of route tables")]
    public ImmutableArray<string> RouteTables { get; init; } = [];

    /// <summary>The services whose endpoints are made. Default: all that are not among <c>existing</c>.</summary>
    [NotEmpty]
    public ImmutableArray<EndpointService> Services { get; init; } = [];

    /// <summary>The endpoints that are there; their policies stay as they are. Default: none.</summary>
    [ListOf("endpoints, each { service, id }")]
    public ImmutableArray<ExistingEndpoint> Existing { get; init; } = [];

    /// <summary>
    /// The names of further buckets of this account that its principals reach through the endpoint of S3, beside those that the stack's
    /// entries name. Default: none.
    /// </summary>
    [Format<BucketName>, ListOf("names of buckets")]
    public ImmutableArray<string> Buckets { get; init; } = [];

    /// <summary>Whether Pulumi refuses to delete or replace the endpoints that it has made. Default: false.</summary>
    public bool Protect { get; init; }

    /// <summary>The services whose endpoints are made.</summary>
    public ImmutableArray<EndpointService> Made => Services.IsEmpty
        ? [.. Enum.GetValues<EndpointService>().Where(service => IdOf(service) is null)]
        : Services;

    /// <summary>The id of an endpoint that is there; null where none is.</summary>
    public string? IdOf(EndpointService service) => Existing.FirstOrDefault(endpoint => endpoint.Service == service)?.Id;
}
