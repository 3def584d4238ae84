using System.Text.Json.Nodes;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws.S3;

/// <summary>Calls of S3 that are answered by an error where a bucket has nothing of what they ask for.</summary>
internal static class S3Calls
{
    /// <summary>What a bucket has; null where it has none.</summary>
    /// <param name="aws">A client of the bucket's account.</param>
    /// <param name="command">The API action, <c>GetBucketTagging</c>.</param>
    /// <param name="bucket">The bucket's name.</param>
    /// <param name="none">The code that says that there is none, <c>NoSuchTagSet</c>.</param>
    public static async Task<JsonObject?> FindAsync(AwsClient aws, string command, string bucket, string none)
    {
        try
        {
            return await aws.S3Async(command, new { Bucket = bucket }).ConfigureAwait(false);
        }
        catch (AwsException missing) when (missing.Code == none)
        {
            return null;
        }
    }
}
