namespace Rehearsal.Engine;

/// <summary>Finds the providers of resources and functions: explicit ones, which are registered, and the stack's default ones.</summary>
/// <param name="context">What the update works with.</param>
/// <param name="stack">The stack.</param>
internal sealed class ProviderDirectory(UpdateContext context, WorkingState stack)
{
    /// <summary>The provider of a resource.</summary>
    /// <param name="goal">The resource.</param>
    /// <exception cref="EngineException">The type is not known, or its provider cannot work.</exception>
    public IProvider OfResource(ResourceGoal goal) => context.Providers.Types.Contains(goal.Type)
        ? ProviderOf(goal.Type, goal.Provider)
        : throw new EngineException(
            $"resources of type {goal.Type} cannot be rehearsed. The known types are "
            + $"{string.Join(", ", context.Providers.Types.Order(StringComparer.Ordinal))}");

    /// <summary>The provider of a function.</summary>
    /// <param name="token">The token of the function.</param>
    /// <param name="reference">The reference to an explicit provider; empty for the default one.</param>
    /// <exception cref="EngineException">The function is not known, or its provider cannot work.</exception>
    public IProvider OfFunction(string token, string reference) => context.Providers.Functions.Contains(token)
        ? ProviderOf(token, reference)
        : throw new EngineException($"the function {token} cannot be rehearsed");

    /// <summary>
    /// The provider that a reference names, of the package of a token; the stack's default one when it names none of that package.
    /// </summary>
    private IProvider ProviderOf(string token, string reference)
    {
        var package = token.Split(':')[0];
        var stackSettings = context.Config.SettingsOf(package);
        var urn = ProviderReference.Urn(reference);
        var settings = urn.Length == 0 || ProviderReference.PackageOf(Urn.Type(urn)) != package
            ? stackSettings
            : stack.Registered.TryGetValue(urn, out var provider)
                ? provider.Goal.Inputs
                : throw new EngineException($"the provider {urn} is not registered");
        return context.Providers.Configure(package, settings, stackSettings);
    }
}
