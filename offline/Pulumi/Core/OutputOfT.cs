using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A value that becomes known later, with the resources it depends on and whether it is secret.</summary>
public sealed class Output<T> : IOutput
{
    internal Output(Task<OutputData<T>> data)
    {
        Data = data;
        Deployment.Current?.Tasks.Add(data);
    }

    internal Task<OutputData<T>> Data { get; }

    public static Output<T> Create(Task<T> value) => Create(value, isSecret: false);

    /// <summary>Runs a function for its effect once the value is known.</summary>
    public Output<ValueTuple> Apply(Func<T, Task> func) => Apply(async value =>
    {
        await func(value).ConfigureAwait(false);
        return default(ValueTuple);
    });

    public Output<TResult> Apply<TResult>(Func<T, TResult> func) => new(ApplyAsync(
        value => Task.FromResult(OutputData<TResult>.Known(func(value)))));

    public Output<TResult> Apply<TResult>(Func<T, Task<TResult>> func) => new(ApplyAsync(
        async value => OutputData<TResult>.Known(await func(value).ConfigureAwait(false))));

    public Output<TResult> Apply<TResult>(Func<T, Input<TResult>?> func) => Apply(value => func(value).ToOutput());

    public Output<TResult> Apply<TResult>(Func<T, Output<TResult>?> func) => new(ApplyAsync(
        value => func(value)?.Data ?? Task.FromResult(OutputData<TResult>.Known(default!))));

    /// <summary>Warns that an output has no text yet, and says how to get one.</summary>
    public override string ToString()
    {
        const string message = """
            Calling [ToString] on an [Output<T>] is not supported.

            To get the value of an Output<T> as an Output<string> consider:
            1. o.Apply(v => $"prefix{v}suffix")
            2. Output.Format($"prefix{hostname}suffix");

            See https://www.pulumi.com/docs/concepts/inputs-outputs for more details.
            """;
        Log.Warn(message);
        return message;
    }

    async Task<OutputData<object?>> IOutput.GetDataAsync()
    {
        var data = await Data.ConfigureAwait(false);
        return new(data.Resources, data.Value, data.IsKnown, data.IsSecret);
    }

    internal static Output<T> Create(Task<T> value, bool isSecret)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(KnownAsync(value, isSecret));
    }

    internal static Output<T> Unknown(T value) =>
        new(Task.FromResult(new OutputData<T>(ImmutableHashSet<Resource>.Empty, value, IsKnown: false, IsSecret: false)));

    /// <summary>The same value with something else known of it.</summary>
    internal Output<T> With(Func<OutputData<T>, OutputData<T>> change)
    {
        return new(ChangedAsync());

        async Task<OutputData<T>> ChangedAsync() => change(await Data.ConfigureAwait(false));
    }

    internal async Task<T> GetValueAsync(T whenUnknown)
    {
        var data = await Data.ConfigureAwait(false);
        return data.IsKnown ? data.Value : whenUnknown;
    }

    private static async Task<OutputData<T>> KnownAsync(Task<T> value, bool isSecret) =>
        OutputData<T>.Known(await value.ConfigureAwait(false), isSecret);

    private async Task<OutputData<TResult>> ApplyAsync<TResult>(Func<T, Task<OutputData<TResult>>> func)
    {
        var data = await Data.ConfigureAwait(false);
        if (!data.IsKnown)
        {
            return new(data.Resources, default!, IsKnown: false, data.IsSecret);
        }

        var inner = await func(data.Value).ConfigureAwait(false);
        return new(data.Resources.Union(inner.Resources), inner.Value, inner.IsKnown, data.IsSecret || inner.IsSecret);
    }
}

/// <summary>An output whose type is not known at compile time.</summary>
internal interface IOutput
{
    Task<OutputData<object?>> GetDataAsync();
}
