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

    public Output<TResult> Apply<TResult>(Func<T, Output<TResult>?> func) => new(ApplyAsync(
        value => func(value)?.Data ?? Task.FromResult(OutputData<TResult>.Known(default!))));

    async Task<OutputData<object?>> IOutput.GetDataAsync()
    {
        var data = await Data.ConfigureAwait(false);
        return new(data.Resources, data.Value, data.IsKnown, data.IsSecret);
    }

    internal async Task<T> GetValueAsync(T whenUnknown)
    {
        var data = await Data.ConfigureAwait(false);
        return data.IsKnown ? data.Value : whenUnknown;
    }

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
