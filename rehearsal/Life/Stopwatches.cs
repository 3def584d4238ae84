using System.Collections.Concurrent;
using System.Diagnostics;

namespace Rehearsal.Life;

/// <summary>Where the time goes.</summary>
internal sealed class Stopwatches
{
    private readonly long started = Stopwatch.GetTimestamp();
    private readonly ConcurrentQueue<(string Phase, TimeSpan Time)> phases = [];

    /// <summary>The phases in the order of their first end, each with all its time; some run side by side.</summary>
    public IEnumerable<(string Phase, TimeSpan Time)> Phases => phases
        .GroupBy(phase => phase.Phase)
        .Select(group => (group.Key, TimeSpan.FromTicks(group.Sum(phase => phase.Time.Ticks))));

    /// <summary>The time since this was made.</summary>
    public TimeSpan All => Stopwatch.GetElapsedTime(started);

    /// <summary>Notes a time that was measured elsewhere.</summary>
    public void Add(string phase, TimeSpan time) => phases.Enqueue((phase, time));

    /// <summary>Measures a phase.</summary>
    public async Task<T> MeasureAsync<T>(string phase, Func<Task<T>> run)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            return await run().ConfigureAwait(false);
        }
        finally
        {
            Add(phase, Stopwatch.GetElapsedTime(started));
        }
    }
}
