using Pulumi;
using Pulumi.Utilities;
using SageMakerIam.Plan;

namespace SageMakerIam.Parts;

/// <summary>
/// The outputs of a stack: maps, by the entries of the configuration. What an update did not get to know, as it failed or was told to
/// skip something, stays as the last update recorded it, and is left out if it never was there: one unknown among a stack's outputs
/// would hide them all from those who read them.
/// </summary>
/// <param name="last">What the last update left.</param>
internal sealed class StackOutputs(LastUpdate last)
{
    private readonly Dictionary<string, object?> outputs = [];

    /// <summary>All outputs, by name.</summary>
    public IDictionary<string, object?> All => outputs;

    /// <summary>Adds an output, with the value of each entry that has one.</summary>
    public void Add<TEntry, T>(string name, IEnumerable<KeyValuePair<string, TEntry>> entries, Func<TEntry, Output<T>?> value) =>
        outputs[name] = Values(entries, value, name);

    /// <summary>Adds an output, with the map of each entry that has one.</summary>
    public void Add<TEntry, T>(
        string name, IEnumerable<KeyValuePair<string, TEntry>> entries, Func<TEntry, IDictionary<string, Output<T>>?> map) =>
        outputs[name] = entries
            .Select(entry => (entry.Key, Map: map(entry.Value)))
            .Where(entry => entry.Map is not null)
            .ToDictionary(entry => entry.Key, entry => (IDictionary<string, Output<T>>)Values(entry.Map!, value => value, name, entry.Key));

    private Dictionary<string, Output<T>> Values<TEntry, T>(
        IEnumerable<KeyValuePair<string, TEntry>> entries, Func<TEntry, Output<T>?> value, params string[] path) => entries
        .Select(entry => (entry.Key, Value: value(entry.Value)))
        .Where(entry => entry.Value is not null)
        .ToDictionary(entry => entry.Key, entry => Recorded(entry.Value!, [.. path, entry.Key]));

    private Output<T> Recorded<T>(Output<T> output, string[] path) =>
        Deployment.Instance.IsDryRun ? output : Output.Create(RecordedAsync(output, path)).Apply(recorded => recorded);

    private async Task<Output<T>?> RecordedAsync<T>(Output<T> output, string[] path)
    {
        if (await OutputUtilities.GetIsKnownAsync(output))
        {
            // A secret nothing would be something.
            return await OutputUtilities.GetValueAsync(output) is null ? null : output;
        }

        return last.Output(path) is not T value
            ? null
            : await Output.IsSecretAsync(output) ? Output.CreateSecret(value) : Output.Create(value);
    }
}
