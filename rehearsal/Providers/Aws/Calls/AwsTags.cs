using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Rehearsal.Providers.Aws.Calls;

/// <summary>Tags as AWS's APIs take and give them.</summary>
internal static class AwsTags
{
    public static object[] ToAws(ImmutableSortedDictionary<string, string> tags) =>
        [.. tags.Select(tag => new { tag.Key, tag.Value })];

    public static object FromAws(JsonNode? tags) =>
        (tags as JsonArray ?? []).ToImmutableDictionary(tag => (string)tag!["Key"]!, tag => (object?)(string)tag!["Value"]!);

    /// <summary>Makes the tags of a resource what they should be.</summary>
    /// <param name="before">The tags that it has.</param>
    /// <param name="after">The tags that it should have.</param>
    /// <param name="set">Sets tags.</param>
    /// <param name="remove">Removes the tags of these keys.</param>
    public static async Task UpdateAsync(
        ImmutableSortedDictionary<string, string> before,
        ImmutableSortedDictionary<string, string> after,
        Func<object[], Task> set,
        Func<string[], Task> remove)
    {
        var gone = before.Keys.Except(after.Keys).ToArray();
        if (gone.Length > 0)
        {
            await remove(gone).ConfigureAwait(false);
        }

        var changed = after.RemoveRange(after.Where(before.Contains).Select(tag => tag.Key));
        if (!changed.IsEmpty)
        {
            await set(ToAws(changed)).ConfigureAwait(false);
        }
    }
}
