using Pulumi.Serialization;

namespace Pulumi.Utilities;

/// <summary>Looks inside outputs, for tests and advanced programs.</summary>
public static class OutputUtilities
{
    public static Output<T> CreateUnknown<T>(T value) => new(Task.FromResult(OutputData<T>.Known(value) with { IsKnown = false }));

    public static async Task<bool> GetIsKnownAsync<T>(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return (await output.Data.ConfigureAwait(false)).IsKnown;
    }

    public static Task<T> GetValueAsync<T>(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return output.GetValueAsync(whenUnknown: default!);
    }
}
