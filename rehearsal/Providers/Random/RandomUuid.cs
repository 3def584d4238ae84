using Rehearsal.Engine;

namespace Rehearsal.Providers.Random;

/// <summary>A random UUID, which is its id as well; a change of its keepers makes a new one.</summary>
internal sealed class RandomUuid : IRandomType
{
    public string Token => "random:index/randomUuid:RandomUuid";

    public IReadOnlySet<string> Inputs { get; } = new HashSet<string> { "keepers" };

    public IReadOnlySet<string> ReplaceOn => Inputs;

    public CreatedResource Create(PropertyMap inputs)
    {
        var uuid = Guid.NewGuid().ToString();
        return new CreatedResource(uuid, PropertyMap.Of(("result", uuid)));
    }
}
