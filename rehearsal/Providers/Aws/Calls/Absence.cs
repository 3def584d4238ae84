namespace Rehearsal.Providers.Aws.Calls;

/// <summary>Asks AWS for what need not be there.</summary>
internal static class Absence
{
    /// <summary>What AWS answers; null where it says that there is nothing of what is asked for.</summary>
    /// <param name="call">The call.</param>
    /// <exception cref="AwsException">AWS refused for another reason.</exception>
    public static async Task<T?> OrNullAsync<T>(Func<Task<T>> call)
        where T : class?
    {
        ArgumentNullException.ThrowIfNull(call);
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (AwsException missing) when (missing.IsNotFound)
        {
            return null;
        }
    }
}
