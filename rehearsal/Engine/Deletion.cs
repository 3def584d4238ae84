using Rehearsal.Aws;
using Rehearsal.Resources;

namespace Rehearsal.Engine;

/// <summary>Deletes resources from the account.</summary>
internal static class Deletion
{
    /// <summary>Deletes one resource; one that is gone already is no fault.</summary>
    /// <exception cref="AwsException">AWS refused.</exception>
    public static async Task RunAsync(EmulatedAws aws, ResourceState state)
    {
        if (state.Target is null || state.IsExternal || state.Goal.RetainOnDelete)
        {
            return;
        }

        try
        {
            await ResourceTypes.Find(state.Goal.Type)
                .DeleteAsync(aws.ClientFor(state.Target), state.Id, state.Goal.Inputs).ConfigureAwait(false);
        }
        catch (AwsException missing) when (missing.IsNotFound)
        {
        }
    }
}
