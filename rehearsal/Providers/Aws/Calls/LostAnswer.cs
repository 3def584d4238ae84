namespace Rehearsal.Providers.Aws.Calls;

/// <summary>
/// Calls whose answer may be lost after AWS has done them. The SDK makes such a call again; what AWS says to the repetition is
/// looked at, not believed.
/// </summary>
internal static class LostAnswer
{
    private const int Rounds = 3;

    /// <summary>
    /// Makes a call that AWS refuses once it is done (EntityAlreadyExists). A repetition that is refused is no failure where
    /// the account holds what was asked for.
    /// </summary>
    /// <param name="call">Makes the call.</param>
    /// <param name="isDone">Looks whether the account holds just what the call asks for.</param>
    /// <exception cref="AwsException">AWS refused the call.</exception>
    public static async Task SettleAsync(Func<Task> call, Func<Task<bool>> isDone)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(isDone);
        try
        {
            await call().ConfigureAwait(false);
        }
        catch (AwsException refused) when (refused.IsOfRepetition && refused.IsAnswered)
        {
            if (!await isDone().ConfigureAwait(false))
            {
                throw;
            }
        }
    }

    /// <summary>
    /// Makes a call that does more each time; it is made again only after a look at what the one without an answer has done.
    /// </summary>
    /// <param name="call">Makes the call, without repetitions by the SDK.</param>
    /// <param name="find">Finds what the call has done, for which it needs no repetition; null where it must be made again.</param>
    /// <exception cref="AwsException">AWS refused the call, or does not answer.</exception>
    public static async Task<T> OnceAsync<T>(Func<Task<T>> call, Func<Task<T?>> find)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(find);
        for (var round = 1; ; round++)
        {
            try
            {
                return await call().ConfigureAwait(false);
            }
            catch (AwsException lost) when (lost.MayBeDone)
            {
                if (await find().ConfigureAwait(false) is { } found)
                {
                    return found;
                }

                if (round == Rounds)
                {
                    throw;
                }
            }
        }
    }
}
