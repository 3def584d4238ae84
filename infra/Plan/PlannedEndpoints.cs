using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Policies.Resources;
using SageMakerIam.Settings;

namespace SageMakerIam.Plan;

/// <summary>
/// The policies of the VPC endpoints that a stack makes, by its entries and by the services. What they say of its principals is known
/// before these are made: whose resources they reach.
/// </summary>
internal static class PlannedEndpoints
{
    /// <param name="settings">The settings of the stack.</param>
    /// <param name="account">The account that it stands in.</param>
    /// <param name="held">What its principals are allowed there.</param>
    public static ImmutableSortedDictionary<string, ImmutableSortedDictionary<EndpointService, PolicyDocument>> Of(
        StackSettings settings, AwsAccount account, ImmutableArray<Statement> held) => settings.Endpoints.ToImmutableSortedDictionary(
            endpoints => endpoints.Key,
            endpoints => endpoints.Value.Made.ToImmutableSortedDictionary(
                service => service,
                service => EndpointPolicy.Document(
                    service, held, [.. settings.GuardedBuckets.Keys, .. endpoints.Value.Buckets], account)),
            StringComparer.Ordinal);
}
