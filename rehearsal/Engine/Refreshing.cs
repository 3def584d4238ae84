namespace Rehearsal.Engine;

/// <summary>Looks at what is there, before a preview or an update (<c>options: { refresh: always }</c>, <c>--refresh</c>).</summary>
/// <remarks>Pulumi docs, cli/commands/pulumi_refresh; pulumi/pulumi, <c>pkg/resource/deploy/step.go</c>, RefreshStep.</remarks>
internal static class Refreshing
{
    /// <summary>The state of a stack with its resources as they are now; without those that are gone.</summary>
    /// <exception cref="ProviderException">A resource cannot be read.</exception>
    public static async Task<StackState> OfAsync(StackState state)
    {
        var resources = await Task.WhenAll(state.Resources.Select(RefreshAsync)).ConfigureAwait(false);
        return state with { Resources = [.. resources.OfType<ResourceState>()] };
    }

    // A component, a provider, and what is only read, is the program's to say.
    private static Task<ResourceState?> RefreshAsync(ResourceState last) =>
        last.Provider is { } provider && !last.IsExternal ? provider.RefreshAsync(last) : Task.FromResult<ResourceState?>(last);
}
