using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Counts the work that a program has begun, so that its run ends when the work does.</summary>
internal sealed class TaskMonitor
{
    private readonly Lock gate = new();
    private readonly List<Exception> failures = [];
    private readonly Action<Task> ended;
    private int active;
    private TaskCompletionSource? waiting;

    public TaskMonitor() => ended = End;

    public void Add(Task task)
    {
        // Most outputs are complete when they are made; counting them would be most of the work.
        if (task.IsCompletedSuccessfully)
        {
            return;
        }

        lock (gate)
        {
            active++;
        }

        task.ContinueWith(ended, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Waits until nothing is under way or something has failed, and gives back what has.</summary>
    public async Task<ImmutableArray<Exception>> IdleOrFailedAsync()
    {
        TaskCompletionSource? open = null;
        lock (gate)
        {
            if (active > 0 && failures.Count == 0)
            {
                open = waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        await (open?.Task ?? Task.CompletedTask).ConfigureAwait(false);
        lock (gate)
        {
            ImmutableArray<Exception> failed = [.. failures.Distinct()];
            failures.Clear();
            return failed;
        }
    }

    private void End(Task task)
    {
        lock (gate)
        {
            active--;
            failures.AddRange(task.Exception?.InnerExceptions ?? []);
            if (active == 0 || failures.Count > 0)
            {
                waiting?.TrySetResult();
            }
        }
    }
}
