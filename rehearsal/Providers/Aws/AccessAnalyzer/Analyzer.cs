using System.Collections.Immutable;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws.AccessAnalyzer;

/// <summary>An analyzer of IAM Access Analyzer. Its id is its name.</summary>
/// <remarks>
/// hashicorp/terraform-provider-aws, <c>internal/service/accessanalyzer/analyzer.go</c>; pulumi/pulumi-aws, <c>provider/resources.go</c>,
/// which has no word of it: another one is made first, unless the program says otherwise.
/// </remarks>
internal sealed class Analyzer : IResourceType
{
    public string Token => "aws:accessanalyzer/analyzer:Analyzer";

    public IReadOnlySet<string> Inputs { get; } = new HashSet<string> { "analyzerName", "tags", "type" };

    public IReadOnlySet<string> ReplaceOn { get; } = new HashSet<string> { "analyzerName", "type" };

    public IReadOnlySet<string> Removable { get; } = new HashSet<string> { "tags" };

    public PropertyMap Defaults { get; } = PropertyMap.Of(("type", "ACCOUNT"));

    public bool IsRegional => true;

    public string NotShown =>
        "IAM Access Analyzer: it is kept beside the emulator, which has none, and analyzes nothing; what it would find is not shown";

    public string Creating(PropertyMap inputs) => $"creating IAM Access Analyzer Analyzer ({inputs.Text("analyzerName")})";

    public Task<CreatedResource> CreateAsync(AwsClient aws, PropertyMap inputs)
    {
        aws.Count(Analyzers.Service, "CreateAnalyzer");
        var name = inputs.Text("analyzerName")!;
        var tags = inputs["tags"] ?? ImmutableDictionary<string, object?>.Empty;
        aws.Kept<Analyzers>().Add(aws.Target.Region, inputs.Only(["analyzerName", "type"])
            .With("arn", $"arn:{aws.Target.Partition}:access-analyzer:{aws.Target.Region}:{aws.Target.Account}:analyzer/{name}")
            .With("region", aws.Target.Region)
            .With("tags", tags)
            .With("tagsAll", tags));
        return Task.FromResult(new CreatedResource(name));
    }

    public Task<PropertyMap?> ReadAsync(AwsClient aws, string id, PropertyMap inputs)
    {
        aws.Count(Analyzers.Service, "GetAnalyzer");
        return Task.FromResult<PropertyMap?>(aws.Kept<Analyzers>().Find(aws.Target.Region, id));
    }

    // Of its tags alone.
    public Task<string> UpdateAsync(AwsClient aws, string id, PropertyMap before, PropertyMap after)
    {
        aws.Count(Analyzers.Service, "TagResource");
        var tags = after["tags"] ?? ImmutableDictionary<string, object?>.Empty;
        aws.Kept<Analyzers>().Tag(aws.Target.Region, id, tags);
        return Task.FromResult(id);
    }

    public Task DeleteAsync(AwsClient aws, string id, PropertyMap inputs)
    {
        aws.Count(Analyzers.Service, "DeleteAnalyzer");
        aws.Kept<Analyzers>().Delete(aws.Target.Region, id);
        return Task.CompletedTask;
    }

    public Task<ImmutableArray<string>> ListAsync(AccountSnapshot account) => Task.FromResult(account.Aws.Kept<Analyzers>().Arns);
}
