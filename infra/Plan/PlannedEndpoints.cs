using System.Collections.Immutable;
using System.Globalization;
using SageMakerIam.Iam;
using SageMakerIam.Policies.Resources;
using SageMakerIam.Settings;
using SageMakerIam.Settings.Reading;

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
    /// <param name="faults">Where policies go that AWS could not hold.</param>
    public static ImmutableSortedDictionary<string, ImmutableSortedDictionary<EndpointService, PolicyDocument>> Of(
        StackSettings settings, AwsAccount account, ImmutableArray<Statement> held, ICollection<Fault> faults)
    {
        var planned = settings.Endpoints.ToImmutableSortedDictionary(
            endpoints => endpoints.Key,
            endpoints => endpoints.Value.Made.ToImmutableSortedDictionary(
                service => service,
                service => EndpointPolicy.Document(
                    service, held, [.. settings.GuardedBuckets.Keys, .. endpoints.Value.Buckets], account)),
            StringComparer.Ordinal);
        foreach (var (name, policies) in planned)
        {
            foreach (var (service, policy) in policies)
            {
                if (policy.ToJson().Length is var size and > EndpointPolicy.MostCharacters)
                {
                    faults.Add(new Fault(
                        $"endpoints.{name}",
                        string.Create(CultureInfo.InvariantCulture, $"a policy of {size:N0} characters for {service.Name()}"),
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"AWS holds {EndpointPolicy.MostCharacters:N0}: split the stack, or name the endpoint among existing")));
                }
            }
        }

        return planned;
    }
}
