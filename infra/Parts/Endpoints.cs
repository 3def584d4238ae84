using System.Collections.Immutable;
using Pulumi;
using SageMakerIam.Components;
using SageMakerIam.Plan;
using SageMakerIam.Settings;

namespace SageMakerIam.Parts;

/// <summary>The VPC endpoints of a stack: those that it makes, and those that are there.</summary>
internal sealed class Endpoints
{
    private readonly ImmutableSortedDictionary<string, IDictionary<string, Output<string>>> ids;

    /// <summary>Makes the endpoints.</summary>
    public Endpoints(StackPlan plan)
    {
        ids = plan.Settings.Endpoints.ToImmutableSortedDictionary(
            endpoints => endpoints.Key,
            endpoints =>
            {
                var policies = plan.Endpoints[endpoints.Key];
                var made = policies.IsEmpty ? null : new VpcEndpoints(endpoints.Key, endpoints.Value, policies, plan.Account);
                return (IDictionary<string, Output<string>>)Enum.GetValues<EndpointService>()
                    .Select(service => (
                        Name: service.Name(),
                        Id: endpoints.Value.IdOf(service) is { } id ? Output.Create(id) : made?.Ids.GetValueOrDefault(service)))
                    .Where(endpoint => endpoint.Id is not null)
                    .ToDictionary(endpoint => endpoint.Name, endpoint => endpoint.Id!);
            },
            StringComparer.Ordinal);
        var s3 = EndpointService.S3.Name();
        var ofS3 = ids.Where(endpoints => endpoints.Value.ContainsKey(s3)).ToArray();
        OfS3 = ofS3.Length == 0
            ? Output.Create(OwnEndpointIds.None)
            : Output.All(ofS3.Select(endpoints => endpoints.Value[s3]).ToArray()).WhenMade(made => new OwnEndpointIds(
                ofS3.Select(endpoints => endpoints.Key).Zip(made, KeyValuePair.Create)
                    .ToImmutableSortedDictionary(StringComparer.Ordinal)));
    }

    /// <summary>The ids of those of S3.</summary>
    public Output<OwnEndpointIds> OfS3 { get; }

    /// <summary>Adds what the stack's outputs say of them, where there are any.</summary>
    public void AddTo(StackOutputs outputs)
    {
        if (!ids.IsEmpty)
        {
            outputs.Add(LastUpdate.EndpointIdsOutput, ids, of => of);
        }
    }
}
