using Rehearsal.Engine;

namespace Rehearsal.Providers;

/// <summary>A resource that was just created.</summary>
/// <param name="Id">Its physical id.</param>
/// <param name="Outputs">The outputs that only its creation gives and that cannot be read again.</param>
internal sealed record CreatedResource(string Id, PropertyMap Outputs)
{
    /// <summary>A resource whose outputs can all be read.</summary>
    public CreatedResource(string id)
        : this(id, PropertyMap.Empty)
    {
    }
}
