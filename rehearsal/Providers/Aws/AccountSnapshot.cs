using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Rehearsal.Providers.Aws.Calls;
using Rehearsal.Providers.Aws.Iam;

namespace Rehearsal.Providers.Aws;

/// <summary>One look at what an account holds. What IAM says of all its kinds at once is asked for once.</summary>
/// <param name="aws">A client of the account.</param>
internal sealed class AccountSnapshot(AwsClient aws)
{
    private readonly Lazy<Task<JsonObject>> details = new(() => AccountDetails.ReadAsync(aws));

    /// <summary>A client of the account.</summary>
    public AwsClient Aws => aws;

    /// <summary>The ARNs in a list of GetAccountAuthorizationDetails.</summary>
    /// <param name="list">The list: <c>RoleDetailList</c>, <c>UserDetailList</c>, <c>GroupDetailList</c> or <c>Policies</c>.</param>
    public async Task<ImmutableArray<string>> ArnsInDetailsAsync(string list) => Arns((await details.Value.ConfigureAwait(false))[list]);

    /// <summary>The ARNs of the items of a list.</summary>
    /// <param name="list">The list, as an API answers it.</param>
    /// <param name="key">Where an item has its ARN: Secrets Manager spells it otherwise. Default: <c>Arn</c>.</param>
    public static ImmutableArray<string> Arns(JsonNode? list, string key = "Arn") =>
        [.. (list as JsonArray ?? []).Select(item => (string)item![key]!)];
}
