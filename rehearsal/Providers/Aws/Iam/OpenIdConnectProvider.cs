using System.Collections.Immutable;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws.Iam;

/// <summary>An OpenID Connect identity provider. Its id is its ARN.</summary>
/// <remarks>hashicorp/terraform-provider-aws, <c>internal/service/iam/openid_connect_provider.go</c>.</remarks>
internal sealed class OpenIdConnectProvider : IResourceType
{
    public string Token => "aws:iam/openIdConnectProvider:OpenIdConnectProvider";

    public IReadOnlySet<string> Inputs { get; } = new HashSet<string> { "clientIdLists", "tags", "thumbprintLists", "url" };

    public IReadOnlySet<string> ReplaceOn { get; } = new HashSet<string> { "url" };

    public IReadOnlySet<string> Sets { get; } = new HashSet<string> { "clientIdLists" };

    public IReadOnlySet<string> Removable { get; } = new HashSet<string> { "tags" };

    public IReadOnlySet<string> Computed { get; } = new HashSet<string> { "thumbprintLists" };

    public string Creating(PropertyMap inputs) => "creating IAM OIDC Provider";

    public async Task<CreatedResource> CreateAsync(AwsClient aws, PropertyMap inputs)
    {
        var url = inputs.Text("url")!;
        var host = url.Replace("https://", "", StringComparison.Ordinal);
        var arn = $"arn:{aws.Target.Partition}:iam::{aws.Target.Account}:oidc-provider/{host}";
        var request = new
        {
            Url = url,
            ClientIDList = inputs.Texts("clientIdLists"),
            ThumbprintList = inputs.Texts("thumbprintLists"),
            Tags = AwsTags.ToAws(inputs.TextMap("tags")),
        };
        await LostAnswer.SettleAsync(
            () => aws.IamAsync("CreateOpenIDConnectProvider", request),
            () => AsAsked.IsThereAsync(this, aws, arn, inputs, "clientIdLists", "tags", "thumbprintLists")).ConfigureAwait(false);
        return new CreatedResource(arn);
    }

    public async Task<PropertyMap?> ReadAsync(AwsClient aws, string id, PropertyMap inputs)
    {
        var provider = await aws.IamAsync("GetOpenIDConnectProvider", new { OpenIDConnectProviderArn = id }).ConfigureAwait(false);
        var tags = AwsTags.FromAws(provider["Tags"]);
        return PropertyMap.Of(
            ("arn", id),
            ("clientIdLists", PropertyValue.FromJson(provider["ClientIDList"])),
            ("tags", tags),
            ("tagsAll", tags),
            ("thumbprintLists", PropertyValue.FromJson(provider["ThumbprintList"])),

            // AWS answers with the host alone.
            ("url", $"https://{(string?)provider["Url"]}"));
    }

    public async Task<string> UpdateAsync(AwsClient aws, string id, PropertyMap before, PropertyMap after)
    {
        // The emulator has no call to change the client ids of a provider; recreated, it keeps its ARN.
        await DeleteAsync(aws, id, before).ConfigureAwait(false);
        return (await CreateAsync(aws, after).ConfigureAwait(false)).Id;
    }

    public Task DeleteAsync(AwsClient aws, string id, PropertyMap inputs) =>
        aws.IamAsync("DeleteOpenIDConnectProvider", new { OpenIDConnectProviderArn = id });

    public async Task<ImmutableArray<string>> ListAsync(AccountSnapshot account)
    {
        var answer = await account.Aws.IamAsync("ListOpenIDConnectProviders", new { }).ConfigureAwait(false);
        return AccountSnapshot.Arns(answer["OpenIDConnectProviderList"]);
    }
}
