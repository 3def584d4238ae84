using System.Collections.Immutable;

namespace Rehearsal.Engine;

/// <summary>The providers that a stack is rehearsed with, by package: the engine's plugin host.</summary>
internal interface IProviders
{
    /// <summary>The type tokens of the resources that can be rehearsed, <c>package:module:Name</c>.</summary>
    IReadOnlySet<string> Types { get; }

    /// <summary>The tokens of the functions that can be rehearsed, <c>package:module:name</c>.</summary>
    IReadOnlySet<string> Functions { get; }

    /// <summary>The calls that the providers made until now.</summary>
    ProviderCalls Calls { get; }

    /// <summary>The provider of a package.</summary>
    /// <param name="package">The package of a known type or function.</param>
    /// <param name="settings">The provider's own settings.</param>
    /// <param name="stackSettings">Those of the stack's default provider of that package.</param>
    /// <exception cref="EngineException">It cannot work with these settings.</exception>
    IProvider Configure(string package, PropertyMap settings, PropertyMap stackSettings);

    /// <summary>Makes what an explicit provider needs to be there; nothing for a package that is not known.</summary>
    /// <param name="package">The provider's package.</param>
    /// <param name="settings">The provider's own settings.</param>
    /// <exception cref="EngineException">It cannot work with these settings.</exception>
    /// <exception cref="ProviderException">What it needs cannot be made.</exception>
    Task PrepareAsync(string package, PropertyMap settings);

    /// <summary>What the user should know of calls that went wrong and were got over, since this was last asked for.</summary>
    ImmutableArray<string> TakeRemarks();
}
