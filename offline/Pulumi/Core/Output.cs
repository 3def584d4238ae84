using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Makes outputs, and combines them.</summary>
public static partial class Output
{
    public static Output<T> Create<T>(T value) => new(Task.FromResult(OutputData<T>.Known(value)));

    public static Output<T> Create<T>(Task<T> value) => Output<T>.Create(value);

    public static Output<T> CreateSecret<T>(T value) => new(Task.FromResult(OutputData<T>.Known(value, isSecret: true)));

    public static Output<T> CreateSecret<T>(Task<T> value) => Output<T>.Create(value, isSecret: true);

    public static Output<T> CreateSecret<T>(Output<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.With(data => data with { IsSecret = true });
    }

    public static async Task<bool> IsSecretAsync<T>(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return (await output.Data.ConfigureAwait(false)).IsSecret;
    }

    public static Output<ImmutableArray<T>> All<T>(params Input<T>[] inputs) => All(inputs.AsEnumerable());

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Input<T>> inputs) => All(inputs.Select(input => input.ToOutput()));

    public static Output<ImmutableArray<T>> All<T>(params Output<T>[] outputs) => All(outputs.AsEnumerable());

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Output<T>> outputs) => new(AllAsync([.. outputs]));

    private static async Task<OutputData<ImmutableArray<T>>> AllAsync<T>(ImmutableArray<Output<T>> outputs)
    {
        var values = ImmutableArray.CreateBuilder<T>(outputs.Length);
        var combined = OutputData<ImmutableArray<T>>.Known([]);
        foreach (var output in outputs)
        {
            var data = await output.Data.ConfigureAwait(false);
            values.Add(data.Value);
            combined = combined.Combine(data);
        }

        return combined with { Value = values.MoveToImmutable() };
    }

    private static OutputData<TAll> Combine<TAll, T>(this OutputData<TAll> all, OutputData<T> part) => all with
    {
        Resources = all.Resources.Union(part.Resources),
        IsKnown = all.IsKnown && part.IsKnown,
        IsSecret = all.IsSecret || part.IsSecret,
    };

    private static Output<object?> UntypedOutput(IOutput output) => new(output.GetDataAsync());
}
