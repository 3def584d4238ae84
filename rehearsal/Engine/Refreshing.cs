namespace Rehearsal.Engine;

/// <summary>Looks at what is there: <c>pulumi refresh</c>, or <c>--refresh</c> before a preview or an update.</summary>
/// <remarks>Pulumi docs, cli/commands/pulumi_refresh; pulumi/pulumi, <c>pkg/resource/deploy/step.go</c>, RefreshStep.</remarks>
internal static class Refreshing
{
    /// <summary>The resources of a stack, each as it was and as it is now.</summary>
    /// <param name="state">The stack as the last update left it.</param>
    /// <param name="isTarget">Which URNs may be looked at.</param>
    /// <exception cref="ProviderException">A resource cannot be read.</exception>
    public static async Task<IReadOnlyList<RefreshedResource>> OfAsync(StackState state, Func<string, bool> isTarget) =>
        await Task.WhenAll(state.Resources.Select(resource => RefreshAsync(resource, isTarget(resource.Urn)))).ConfigureAwait(false);

    // A component, a provider, and what is only read, is the program's to say.
    private static async Task<RefreshedResource> RefreshAsync(ResourceState last, bool isTarget) => new(
        last,
        isTarget && last.Provider is { } provider && !last.IsExternal ? await provider.RefreshAsync(last).ConfigureAwait(false) : last);
}
