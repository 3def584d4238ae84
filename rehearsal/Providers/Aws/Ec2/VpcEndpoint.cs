using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws.Ec2;

/// <summary>An endpoint of a VPC: a gateway in route tables, or network interfaces in subnets. Its id is AWS's.</summary>
/// <remarks>hashicorp/terraform-provider-aws, <c>internal/service/ec2/vpc_endpoint.go</c>.</remarks>
internal sealed class VpcEndpoint : IResourceType
{
    private const int DigitsOfId = 17;
    private const string Interfaces = "networkInterfaceIds";

    // What AWS gives an endpoint that is made without a policy.
    private const string FullAccess =
        """{"Version":"2008-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}""";

    private static readonly ImmutableArray<string> Lists = ["routeTableIds", "securityGroupIds", "subnetIds"];

    public string Token => "aws:ec2/vpcEndpoint:VpcEndpoint";

    public IReadOnlySet<string> Inputs { get; } =
        new HashSet<string>([.. Lists, "policy", "privateDnsEnabled", "serviceName", "tags", "vpcEndpointType", "vpcId"]);

    public IReadOnlySet<string> ReplaceOn { get; } = new HashSet<string> { "serviceName", "vpcEndpointType", "vpcId" };

    public IReadOnlySet<string> Sets { get; } = new HashSet<string>(Lists);

    public IReadOnlySet<string> JsonInputs { get; } = new HashSet<string> { "policy" };

    public IReadOnlySet<string> Removable { get; } = new HashSet<string> { "tags" };

    public IReadOnlySet<string> Computed { get; } = new HashSet<string>([.. Lists, "policy", "privateDnsEnabled"]);

    public IReadOnlySet<string> Unrehearsed { get; } = new HashSet<string> { "resourceConfigurationArn", "serviceNetworkArn" };

    public PropertyMap Defaults { get; } = PropertyMap.Of(("vpcEndpointType", "Gateway"));

    public bool IsRegional => true;

    public bool BearsPolicy => true;

    public string NotShown =>
        "Amazon EC2: VPC endpoints are kept beside the emulator, which has none of the stack's VPCs; whether these, their subnets, "
            + "security groups and route tables are there is not shown";

    public void Check(PropertyMap inputs) => InputRules.Document("policy", inputs.Text("policy"));

    public string Creating(PropertyMap inputs) => $"creating EC2 VPC Endpoint ({inputs.Text("serviceName")})";

    public Task<CreatedResource> CreateAsync(AwsClient aws, PropertyMap inputs)
    {
        aws.Count(VpcEndpoints.Service, "CreateVpcEndpoint");
        var id = $"vpce-{Hexadecimal()}";
        aws.Kept<VpcEndpoints>().Put(aws.Target.Region, id, Held(aws.Target, id, inputs).Merge(AtService(id, inputs)));
        return Task.FromResult(new CreatedResource(id));
    }

    public Task<PropertyMap?> ReadAsync(AwsClient aws, string id, PropertyMap inputs)
    {
        aws.Count(VpcEndpoints.Service, "DescribeVpcEndpoints");
        return Task.FromResult<PropertyMap?>(aws.Kept<VpcEndpoints>().Find(aws.Target.Region, id));
    }

    public Task<string> UpdateAsync(AwsClient aws, string id, PropertyMap before, PropertyMap after)
    {
        aws.Count(VpcEndpoints.Service, "ModifyVpcEndpoint");
        var endpoints = aws.Kept<VpcEndpoints>();
        // What AWS gave it stays; its tags go, where the program says nothing of them any more.
        var held = endpoints.Find(aws.Target.Region, id);
        var changed = held.Merge(Held(aws.Target, id, after));
        endpoints.Put(
            aws.Target.Region, id, held.Has(Interfaces) ? changed.With(Interfaces, InterfacesIn(changed, held)) : changed);
        return Task.FromResult(id);
    }

    public Task DeleteAsync(AwsClient aws, string id, PropertyMap inputs)
    {
        aws.Count(VpcEndpoints.Service, "DeleteVpcEndpoints");
        aws.Kept<VpcEndpoints>().Delete(aws.Target.Region, id);
        return Task.CompletedTask;
    }

    public Task<JsonNode?> PolicyAsync(AwsClient aws, string arn)
    {
        var endpoint = aws.Kept<VpcEndpoints>().Find(aws.Target.Region, arn[(arn.LastIndexOf('/') + 1)..]);
        return Task.FromResult(JsonNode.Parse(endpoint.Text("policy")!));
    }

    public Task<ImmutableArray<string>> ListAsync(AccountSnapshot account) =>
        Task.FromResult(account.Aws.Kept<VpcEndpoints>().ArnsIn(account.Aws.Target.Region));

    private static PropertyMap Held(AwsTarget target, string id, PropertyMap inputs)
    {
        var tags = inputs["tags"] ?? ImmutableDictionary<string, object?>.Empty;
        return PropertyMap.Of(
            [
                .. Lists.Select(list => (list, inputs[list] ?? ImmutableArray<object?>.Empty)),
                ("arn", $"arn:{target.Partition}:ec2:{target.Region}:{target.Account}:vpc-endpoint/{id}"),
                ("ipAddressType", "ipv4"),
                ("ownerId", target.Account),
                ("policy", inputs.Text("policy") ?? FullAccess),
                ("privateDnsEnabled", inputs.Flag("privateDnsEnabled")),
                ("region", target.Region),
                ("requesterManaged", false),
                ("serviceName", inputs.Text("serviceName")),
                ("serviceRegion", target.Region),
                ("state", "available"),
                ("tags", tags),
                ("tagsAll", tags),
                ("vpcEndpointType", inputs.Text("vpcEndpointType")),
                ("vpcId", inputs.Text("vpcId")),
            ]);
    }

    // What leads to the service: the addresses behind a gateway, or the interfaces and their names.
    private static PropertyMap AtService(string id, PropertyMap inputs) => inputs.Text("vpcEndpointType") == "Gateway"
        ? PropertyMap.Of(("cidrBlocks", ImmutableArray.Create<object?>("3.5.0.0/19")), ("prefixListId", $"pl-{Hexadecimal()[..8]}"))
        : PropertyMap.Of(
            ("dnsEntries", ImmutableArray.Create<object?>(PropertyMap.Of(
                ("dnsName", $"{id}-{Hexadecimal()[..8]}.{inputs.Text("serviceName")}"), ("hostedZoneId", "Z7HUB22UULQXV")).Values)),
            (Interfaces, InterfacesIn(inputs, PropertyMap.Empty)));

    // One in each subnet, which stays there.
    private static ImmutableArray<object?> InterfacesIn(PropertyMap endpoint, PropertyMap before)
    {
        var known = before.Texts("subnetIds").Zip(before.Texts(Interfaces)).ToDictionary(pair => pair.First, pair => pair.Second);
        return [.. endpoint.Texts("subnetIds").Select(subnet => known.GetValueOrDefault(subnet) ?? $"eni-{Hexadecimal()}")];
    }

    private static string Hexadecimal() => RandomNumberGenerator.GetHexString(DigitsOfId, lowercase: true);
}
