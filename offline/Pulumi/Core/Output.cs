using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Makes outputs, and combines them.</summary>
public static class Output
{
    public static Output<T> Create<T>(T value) => new(Task.FromResult(OutputData<T>.Known(value)));

    public static Output<T> Create<T>(Task<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(KnownAsync());

        async Task<OutputData<T>> KnownAsync() => OutputData<T>.Known(await value.ConfigureAwait(false));
    }

    public static Output<T> CreateSecret<T>(T value) => new(Task.FromResult(OutputData<T>.Known(value, isSecret: true)));

    public static Output<T> CreateSecret<T>(Output<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(SecretAsync());

        async Task<OutputData<T>> SecretAsync() => await value.Data.ConfigureAwait(false) with { IsSecret = true };
    }

    public static async Task<bool> IsSecretAsync<T>(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return (await output.Data.ConfigureAwait(false)).IsSecret;
    }

    public static Output<ImmutableArray<T>> All<T>(params Output<T>[] outputs) => All(outputs.AsEnumerable());

    public static Output<(T1, T2)> Tuple<T1, T2>(Output<T1> item1, Output<T2> item2) =>
        All(UntypedOutput(item1), UntypedOutput(item2)).Apply(items => ((T1)items[0]!, (T2)items[1]!));

    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Output<T1> item1, Output<T2> item2, Output<T3> item3) =>
        All(UntypedOutput(item1), UntypedOutput(item2), UntypedOutput(item3)).Apply(items => ((T1)items[0]!, (T2)items[1]!, (T3)items[2]!));

    internal static Output<ImmutableArray<T>> All<T>(IEnumerable<Output<T>> outputs) => new(AllAsync([.. outputs]));

    private static async Task<OutputData<ImmutableArray<T>>> AllAsync<T>(ImmutableArray<Output<T>> outputs)
    {
        var values = ImmutableArray.CreateBuilder<T>(outputs.Length);
        var combined = OutputData<ImmutableArray<T>>.Known([]);
        foreach (var output in outputs)
        {
            var data = await output.Data.ConfigureAwait(false);
            values.Add(data.Value);
            combined = new(
                combined.Resources.Union(data.Resources), [], combined.IsKnown && data.IsKnown, combined.IsSecret || data.IsSecret);
        }

        return combined with { Value = values.MoveToImmutable() };
    }

    private static Output<object?> UntypedOutput(IOutput output) => new(output.GetDataAsync());
}
