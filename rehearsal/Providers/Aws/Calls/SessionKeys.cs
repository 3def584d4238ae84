using System.Collections.Immutable;

namespace Rehearsal.Providers.Aws.Calls;

/// <summary>
/// Keys with which the AWS CLI, or a provider, works in an account of the emulated AWS: neither can say which account it means, and keys of
/// a session in that account do.
/// </summary>
internal static class SessionKeys
{
    /// <summary>The environment variables that hold new keys.</summary>
    /// <param name="aws">A client of the account.</param>
    public static async Task<ImmutableSortedDictionary<string, string>> VariablesAsync(AwsClient aws)
    {
        ArgumentNullException.ThrowIfNull(aws);
        var session = await aws.StsAsync("AssumeRole", new
        {
            RoleArn = $"arn:{aws.Target.Partition}:iam::{aws.Target.Account}:role/rehearsal",
            RoleSessionName = "rehearsal",
        }).ConfigureAwait(false);
        var keys = session["Credentials"]!;
        return ImmutableSortedDictionary<string, string>.Empty
            .Add("AWS_ACCESS_KEY_ID", (string)keys["AccessKeyId"]!)
            .Add("AWS_SECRET_ACCESS_KEY", (string)keys["SecretAccessKey"]!)
            .Add("AWS_SESSION_TOKEN", (string)keys["SessionToken"]!);
    }
}
