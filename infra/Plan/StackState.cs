using System.Collections.Immutable;
using System.Globalization;
using Pulumi;

namespace SageMakerIam.Plan;

/// <summary>
/// What the last update left in the stack's state. Reading it takes the whole of it, and the stack must have been updated once: it is for
/// what the stack's outputs do not tell.
/// </summary>
/// <remarks>pulumi/pulumi, <c>pkg/resource/deploy/builtins.go</c>, readStackResourceOutputs.</remarks>
internal sealed class StackState
{
    private const string StackType = "pulumi:pulumi:Stack";
    private const string EndpointType = "aws:ec2/vpcEndpoint:VpcEndpoint";
    private const string BucketPolicyType = "aws:s3/bucketPolicy:BucketPolicy";
    private const string AccessKeyType = "aws:iam/accessKey:AccessKey";

    // By URN: the type, and the outputs.
    private readonly ImmutableDictionary<string, object> resources;

    private StackState(ImmutableDictionary<string, object> resources) => this.resources = resources;

    /// <summary>Reads the state of a stack.</summary>
    /// <param name="name"><c>organization/project/stack</c>.</param>
    public static async Task<StackState> ReadAsync(string name)
    {
        var read = await Deployment.Instance.InvokeAsync<ImmutableDictionary<string, object>>(
            "pulumi:pulumi:readStackResourceOutputs", new ReadArgs { StackName = name });
        return new(read?.GetValueOrDefault("outputs") as ImmutableDictionary<string, object> ?? ImmutableDictionary<string, object>.Empty);
    }

    /// <summary>The stack's outputs; one that is unknown is null.</summary>
    public ImmutableDictionary<string, object>? Outputs => OfType(StackType).Select(stack => stack.Outputs).FirstOrDefault();

    /// <summary>Whether one of its resources has this ARN. IAM compares names without regard to case.</summary>
    public bool Holds(string arn) => All.Any(resource =>
        string.Equals(resource.Outputs.GetValueOrDefault("arn") as string, arn, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether one of its resources is the policy of a bucket.</summary>
    public bool HasPolicyOf(string bucket) =>
        OfType(BucketPolicyType).Any(policy => policy.Outputs.GetValueOrDefault("bucket") as string == bucket);

    /// <summary>The id of the VPC of the endpoints that an entry made; null where it made none.</summary>
    public string? VpcOfEndpoints(string entry) => OfType(EndpointType)
        .Where(endpoint => endpoint.Name.StartsWith($"{entry}-", StringComparison.Ordinal))
        .Select(endpoint => endpoint.Outputs.GetValueOrDefault("vpcId") as string)
        .FirstOrDefault();

    /// <summary>The ids of a deployer's access keys, by generation.</summary>
    public ImmutableSortedDictionary<int, string> AccessKeyIds(string deployer)
    {
        var prefix = $"{deployer}-access-key-";
        return OfType(AccessKeyType)
            .Where(key => key.Name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(key => (Generation: Generation(key.Name[prefix.Length..]), Id: key.Outputs.GetValueOrDefault("id") as string))
            .Where(key => key is { Generation: not null, Id: not null })
            .ToImmutableSortedDictionary(key => key.Generation!.Value, key => key.Id!);
    }

    private static int? Generation(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var generation) ? generation : null;

    private IEnumerable<(string Name, string? Type, ImmutableDictionary<string, object> Outputs)> All =>
        from resource in resources
        let state = resource.Value as ImmutableDictionary<string, object>
        let outputs = state?.GetValueOrDefault("outputs") as ImmutableDictionary<string, object>
        select (
            resource.Key.Split("::")[^1],
            state?.GetValueOrDefault("type") as string,
            outputs ?? ImmutableDictionary<string, object>.Empty);

    private IEnumerable<(string Name, string? Type, ImmutableDictionary<string, object> Outputs)> OfType(string type) =>
        All.Where(resource => resource.Type == type);

    private sealed class ReadArgs : InvokeArgs
    {
        [Input("stackName", required: true)]
        public string StackName { get; set; } = null!;
    }
}
