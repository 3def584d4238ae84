using System.Collections.Immutable;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws.AccessAnalyzer;

/// <summary>A rule by which an analyzer puts findings away. Its id is <c>ANALYZER/RULE</c>.</summary>
/// <remarks>hashicorp/terraform-provider-aws, <c>internal/service/accessanalyzer/archive_rule.go</c>.</remarks>
internal sealed class ArchiveRule : IResourceType
{
    public string Token => "aws:accessanalyzer/archiveRule:ArchiveRule";

    public IReadOnlySet<string> Inputs { get; } = new HashSet<string> { "analyzerName", "filters", "ruleName" };

    public IReadOnlySet<string> ReplaceOn { get; } = new HashSet<string> { "analyzerName", "ruleName" };

    public IReadOnlySet<string> Sets { get; } = new HashSet<string> { "filters" };

    public bool IsRegional => true;

    public string Creating(PropertyMap inputs) =>
        $"creating IAM Access Analyzer Archive Rule ({inputs.Text("analyzerName")}/{inputs.Text("ruleName")})";

    public Task<CreatedResource> CreateAsync(AwsClient aws, PropertyMap inputs)
    {
        aws.Count(Analyzers.Service, "CreateArchiveRule");
        aws.Kept<Analyzers>().AddRule(aws.Target.Region, Held(aws, inputs));
        return Task.FromResult(new CreatedResource($"{inputs.Text("analyzerName")}/{inputs.Text("ruleName")}"));
    }

    public Task<PropertyMap?> ReadAsync(AwsClient aws, string id, PropertyMap inputs)
    {
        aws.Count(Analyzers.Service, "GetArchiveRule");
        return id.Split('/') is [var analyzer, var rule]
            ? Task.FromResult<PropertyMap?>(aws.Kept<Analyzers>().FindRule(aws.Target.Region, analyzer, rule))
            : throw AwsException.Validation($"The id of an archive rule is 'analyzer/rule', not '{id}'");
    }

    public Task<string> UpdateAsync(AwsClient aws, string id, PropertyMap before, PropertyMap after)
    {
        aws.Count(Analyzers.Service, "UpdateArchiveRule");
        aws.Kept<Analyzers>().PutRule(aws.Target.Region, Held(aws, after));
        return Task.FromResult(id);
    }

    public Task DeleteAsync(AwsClient aws, string id, PropertyMap inputs)
    {
        aws.Count(Analyzers.Service, "DeleteArchiveRule");
        aws.Kept<Analyzers>().DeleteRule(aws.Target.Region, inputs.Text("analyzerName")!, inputs.Text("ruleName")!);
        return Task.CompletedTask;
    }

    public Task<ImmutableArray<string>> ListAsync(AccountSnapshot account) => IResourceType.PartOfAnother;

    private PropertyMap Held(AwsClient aws, PropertyMap inputs) => inputs.Only(Inputs).With("region", aws.Target.Region);
}
