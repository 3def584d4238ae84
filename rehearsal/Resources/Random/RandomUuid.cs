using Rehearsal.Aws;
using Rehearsal.Engine;

namespace Rehearsal.Resources.Random;

/// <summary>A random UUID, which is its id as well; a change of its keepers makes a new one.</summary>
internal sealed class RandomUuid : IResourceType
{
    public string Token => "random:index/randomUuid:RandomUuid";

    public IReadOnlySet<string> Inputs { get; } = new HashSet<string> { "keepers" };

    public IReadOnlySet<string> ReplaceOn => Inputs;

    public Task<CreatedResource> CreateAsync(AwsClient aws, PropertyMap inputs)
    {
        var uuid = Guid.NewGuid().ToString();
        return Task.FromResult(new CreatedResource(uuid, PropertyMap.Of(("result", uuid))));
    }

    public Task<PropertyMap?> ReadAsync(AwsClient aws, string id, PropertyMap inputs) => Task.FromResult<PropertyMap?>(PropertyMap.Empty);

    public Task DeleteAsync(AwsClient aws, string id, PropertyMap inputs) => Task.CompletedTask;
}
