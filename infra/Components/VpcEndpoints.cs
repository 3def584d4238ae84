using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.Ec2;
using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Components;

/// <summary>The endpoints of a VPC that the stack makes.</summary>
internal sealed class VpcEndpoints : ComponentResource
{
    /// <summary>Makes them.</summary>
    /// <param name="name">The name of the component; its children's names begin with it.</param>
    /// <param name="settings">Where they are.</param>
    /// <param name="policies">Their policies, by the services that they are of.</param>
    /// <param name="account">The account and region that they are in.</param>
    public VpcEndpoints(
        string name, EndpointSettings settings, ImmutableSortedDictionary<EndpointService, PolicyDocument> policies, AwsAccount account)
        : base("sagemaker-iam:index:VpcEndpoints", name, FormerNames.Options(settings))
    {
        Ids = policies.ToImmutableSortedDictionary(
            policy => policy.Key,
            policy => new VpcEndpoint(
                $"{name}-{policy.Key.Name()}",
                Args(settings, policy.Key, policy.Value, account),
                // A VPC has one endpoint of a service that answers to the service's own name, and a route table one route to S3.
                new CustomResourceOptions { Parent = this, Protect = settings.Protect, DeleteBeforeReplace = true }).Id.Made());
        RegisterOutputs(new Dictionary<string, object?>());
    }

    /// <summary>Their ids, by the services that they are of.</summary>
    public ImmutableSortedDictionary<EndpointService, Output<string>> Ids { get; }

    private static VpcEndpointArgs Args(EndpointSettings settings, EndpointService service, PolicyDocument policy, AwsAccount account)
    {
        var args = new VpcEndpointArgs
        {
            VpcId = settings.VpcId!,
            ServiceName = $"com.amazonaws.{account.Region}.{service.Name()}",
            Policy = policy.ToJson(),
        };
        if (service == EndpointService.S3)
        {
            args.VpcEndpointType = "Gateway";
            args.RouteTableIds = settings.RouteTables.ToArray();
        }
        else
        {
            args.VpcEndpointType = "Interface";
            args.SubnetIds = settings.Subnets.ToArray();
            args.SecurityGroupIds = settings.SecurityGroups.ToArray();
            // Clients ask for the service by its own name.
            args.PrivateDnsEnabled = true;
        }

        return args;
    }
}
