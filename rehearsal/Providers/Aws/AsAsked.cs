using Rehearsal.Engine;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws;

/// <summary>Whether AWS holds a resource just as it was asked for.</summary>
internal static class AsAsked
{
    /// <summary>Reads a resource and compares it.</summary>
    /// <param name="type">The resource's type.</param>
    /// <param name="aws">A client of the resource's account.</param>
    /// <param name="id">Its id, which is known before it is made.</param>
    /// <param name="inputs">What was asked for.</param>
    /// <param name="names">The inputs that count.</param>
    public static async Task<bool> IsThereAsync(IResourceType type, AwsClient aws, string id, PropertyMap inputs, params string[] names)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(inputs);
        return await Absence.OrNullAsync(() => type.ReadAsync(aws, id, inputs)).ConfigureAwait(false) is { } found
            && type.Differences(found.Only(names), inputs.Only(names)).IsEmpty;
    }
}
