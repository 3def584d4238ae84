using System.Collections.Immutable;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>An endpoint is made or is there, once, and one that is made has its place in a VPC.</summary>
internal sealed class EndpointsHaveTheirPlace : Rule<EndpointSettings>
{
    /// <inheritdoc/>
    protected override void Check(EndpointSettings endpoints, SettingsNode at, StackSettings stack)
    {
        bool IsRead<T>(string key, ImmutableArray<T> values) => at.Key(key) is not { } list || list.Items().Length == values.Length;
        if (!IsRead("services", endpoints.Services) || !IsRead("existing", endpoints.Existing))
        {
            return;
        }

        foreach (var service in endpoints.Services.Where(service => endpoints.IdOf(service) is not null))
        {
            at.Key("services")!.Report($"The endpoint of {service.Name()} is among existing: leave it out here or there");
        }

        foreach (var service in endpoints.Existing.GroupBy(endpoint => endpoint.Service).Where(same => same.Count() > 1))
        {
            at.Key("existing")!.Report($"The endpoint of {service.Key.Name()} stands there more than once");
        }

        void Needs(bool isMissing, string key, string what)
        {
            // What is there and faulty was reported.
            if (isMissing && (at.Key(key) is not { } found || (found.IsList && found.Items().IsEmpty)))
            {
                at.ReportMissing(key, $"Expected {what}, or the endpoint among existing");
            }
        }

        var interfaces = endpoints.Made.Any(service => service != EndpointService.S3);
        Needs(!endpoints.Made.IsEmpty && endpoints.VpcId is null, "vpcId", "the id of the VPC that endpoints are made in");
        Needs(interfaces && endpoints.Subnets.IsEmpty, "subnets", "the ids of the subnets that the endpoints are made in");
        Needs(interfaces && endpoints.SecurityGroups.IsEmpty, "securityGroups", "the ids of the security groups that the endpoints have");
        Needs(
            endpoints.Made.Contains(EndpointService.S3) && endpoints.RouteTables.IsEmpty,
            "routeTables",
            "the ids of the route tables that lead to the endpoint of s3");
    }
}
