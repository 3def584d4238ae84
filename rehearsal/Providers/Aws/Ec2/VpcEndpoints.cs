using System.Collections.Concurrent;
using System.Collections.Immutable;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws.Ec2;

/// <summary>
/// The VPC endpoints of an account, kept beside the emulator: it would make them in VPCs alone that it has made itself, under ids of its
/// own.
/// </summary>
internal sealed class VpcEndpoints
{
    /// <summary>The service.</summary>
    public const string Service = "ec2";

    private readonly ConcurrentDictionary<(string Region, string Id), PropertyMap> endpoints = new();

    /// <summary>The ARNs of all of a region.</summary>
    public ImmutableArray<string> ArnsIn(string region) =>
        [.. endpoints.Where(entry => entry.Key.Region == region).Select(entry => entry.Value.Text("arn")!).Order(StringComparer.Ordinal)];

    /// <summary>Makes an endpoint, or changes one.</summary>
    /// <param name="region">Its region.</param>
    /// <param name="id">Its id.</param>
    /// <param name="endpoint">What it is.</param>
    /// <exception cref="AwsException">AWS would refuse it.</exception>
    /// <remarks>
    /// AWS PrivateLink Guide, "Private DNS names" and "Gateway endpoints": a VPC has a name once, and a route table a service once.
    /// </remarks>
    public void Put(string region, string id, PropertyMap endpoint)
    {
        var beside = endpoints.Where(entry => entry.Key != (region, id) && entry.Key.Region == region
            && entry.Value.Text("serviceName") == endpoint.Text("serviceName")
            && entry.Value.Text("vpcId") == endpoint.Text("vpcId")).Select(entry => entry.Value).ToList();
        if (endpoint.Flag("privateDnsEnabled") && beside.Any(other => other.Flag("privateDnsEnabled")))
        {
            throw new AwsException(
                "InvalidParameter",
                "private-dns-enabled cannot be set because there is already a conflicting DNS domain for "
                    + $"{endpoint.Text("serviceName")} in the VPC {endpoint.Text("vpcId")}");
        }

        var routed = beside.SelectMany(other => other.Texts("routeTableIds")).Intersect(endpoint.Texts("routeTableIds")).FirstOrDefault();
        if (routed is not null)
        {
            throw new AwsException("RouteAlreadyExists", $"route table {routed} already has a route to {endpoint.Text("serviceName")}");
        }

        endpoints[(region, id)] = endpoint;
    }

    /// <summary>An endpoint.</summary>
    /// <exception cref="AwsException">There is none.</exception>
    public PropertyMap Find(string region, string id) => endpoints.TryGetValue((region, id), out var endpoint)
        ? endpoint
        : throw new AwsException("InvalidVpcEndpointId.NotFound", $"The Vpc Endpoint Id '{id}' does not exist");

    /// <summary>Deletes an endpoint.</summary>
    public void Delete(string region, string id) => endpoints.TryRemove((region, id), out _);
}
