using Rehearsal.Engine;

namespace Rehearsal.Providers.Random;

/// <summary>
/// One type of the package <c>random</c>. A resource of it is in the state alone: it is made once, and then neither read nor changed.
/// </summary>
internal interface IRandomType : ITypeSchema
{
    /// <summary>Makes a resource.</summary>
    CreatedResource Create(PropertyMap inputs);
}
