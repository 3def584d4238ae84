namespace Rehearsal.Engine;

/// <summary>Deletes what the stack manages.</summary>
internal static class Deletion
{
    /// <summary>Deletes one resource; one that is gone already is no fault.</summary>
    /// <exception cref="ProviderException">The provider refused.</exception>
    public static async Task RunAsync(ResourceState state)
    {
        if (state.Provider is null || state.IsExternal || state.Goal.RetainOnDelete)
        {
            return;
        }

        try
        {
            await state.Provider.DeleteAsync(state).ConfigureAwait(false);
        }
        catch (ProviderException missing) when (missing.IsNotFound)
        {
        }
    }
}
