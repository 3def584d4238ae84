using System.Diagnostics;

namespace Rehearsal.Life;

/// <summary>Where the time goes.</summary>
internal sealed class Stopwatches
{
    private readonly List<(string Phase, TimeSpan Time)> phases = [];

    /// <summary>The phases in the order of their first run, each with all its time.</summary>
    public IEnumerable<(string Phase, TimeSpan Time)> Phases => phases
        .GroupBy(phase => phase.Phase)
        .Select(group => (group.Key, TimeSpan.FromTicks(group.Sum(phase => phase.Time.Ticks))));

    /// <summary>Notes a time that was measured elsewhere.</summary>
    public void Add(string phase, TimeSpan time) => phases.Add((phase, time));

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
