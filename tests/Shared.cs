namespace SageMakerIam.Tests;

/// <summary>
/// What several tests look at: made when it is first asked for, and anew when that failed or what was made has ended since.
/// </summary>
/// <param name="make">Makes it.</param>
/// <param name="hasEnded">Whether it is of no use any more. Default: it never ends.</param>
internal sealed class Shared<T>(Func<Task<T>> make, Func<T, bool>? hasEnded = null)
{
    private readonly Lock making = new();
    private Task<T>? made;

    public Task<T> GetAsync()
    {
        lock (making)
        {
            var isOfUse = made is { IsCompleted: false }
                || (made is { IsCompletedSuccessfully: true } && hasEnded?.Invoke(made.Result) != true);
            return isOfUse ? made! : made = Task.Run(make);
        }
    }
}
