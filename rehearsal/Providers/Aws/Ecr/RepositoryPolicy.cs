using System.Collections.Immutable;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws.Ecr;

/// <summary>The policy of a repository, which has one or none. Its id is the repository's name.</summary>
/// <remarks>hashicorp/terraform-provider-aws, <c>internal/service/ecr/repository_policy.go</c>.</remarks>
internal sealed class RepositoryPolicy : IResourceType
{
    public string Token => "aws:ecr/repositoryPolicy:RepositoryPolicy";

    public IReadOnlySet<string> Inputs { get; } = new HashSet<string> { "policy", "repository" };

    public IReadOnlySet<string> ReplaceOn { get; } = new HashSet<string> { "repository" };

    public IReadOnlySet<string> JsonInputs { get; } = new HashSet<string> { "policy" };

    public bool IsRegional => true;

    public void Check(PropertyMap inputs) => InputRules.Document("policy", inputs.Text("policy"));

    public string Creating(PropertyMap inputs) => $"putting ECR Repository Policy ({inputs.Text("repository")})";

    public async Task<CreatedResource> CreateAsync(AwsClient aws, PropertyMap inputs)
    {
        var repository = inputs.Text("repository")!;
        await aws.EcrAsync("SetRepositoryPolicy", new { repositoryName = repository, policyText = inputs.Text("policy") })
            .ConfigureAwait(false);
        return new CreatedResource(repository);
    }

    public async Task<PropertyMap?> ReadAsync(AwsClient aws, string id, PropertyMap inputs)
    {
        var found = await aws.EcrAsync("GetRepositoryPolicy", new { repositoryName = id }).ConfigureAwait(false);
        return PropertyMap.Of(
            ("policy", (string?)found["policyText"]),
            ("region", aws.Target.Region),
            ("registryId", (string?)found["registryId"]),
            ("repository", id));
    }

    public async Task<string> UpdateAsync(AwsClient aws, string id, PropertyMap before, PropertyMap after) =>
        (await CreateAsync(aws, after).ConfigureAwait(false)).Id;

    public Task DeleteAsync(AwsClient aws, string id, PropertyMap inputs) =>
        aws.EcrAsync("DeleteRepositoryPolicy", new { repositoryName = id });

    public Task<ImmutableArray<string>> ListAsync(AccountSnapshot account) => IResourceType.PartOfAnother;
}
