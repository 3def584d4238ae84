using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws.Iam;

/// <summary>An access key of a user. Its id is the access key id; the secret is known at creation alone.</summary>
/// <remarks>hashicorp/terraform-provider-aws, <c>internal/service/iam/access_key.go</c>.</remarks>
internal sealed class AccessKey : IResourceType
{
    private const string Active = "Active";

    public string Token => "aws:iam/accessKey:AccessKey";

    public IReadOnlySet<string> Inputs { get; } = new HashSet<string> { "status", "user" };

    public IReadOnlySet<string> ReplaceOn { get; } = new HashSet<string> { "user" };

    public IReadOnlySet<string> Unrehearsed { get; } = new HashSet<string> { "pgpKey" };

    public IReadOnlySet<string> Unused { get; } = new HashSet<string> { "encryptedSecret", "encryptedSesSmtpPasswordV4", "keyFingerprint" };

    public PropertyMap Defaults { get; } = PropertyMap.Of(("status", Active));

    public string Creating(PropertyMap inputs) => $"creating IAM Access Key ({inputs.Text("user")})";

    public async Task<CreatedResource> CreateAsync(AwsClient aws, PropertyMap inputs)
    {
        var user = inputs.Text("user")!;
        var key = await NewAccessKey.MakeAsync(aws, user).ConfigureAwait(false);
        var id = (string)key["AccessKeyId"]!;
        if (inputs.Text("status") != Active)
        {
            try
            {
                await SetStatusAsync(aws, id, inputs).ConfigureAwait(false);
            }
            catch (AwsException failed)
            {
                throw new EngineException($"the access key {id} of {user} is made, and still active: {failed.Message}");
            }
        }

        var secret = (string)key["SecretAccessKey"]!;
        return new CreatedResource(
            id, PropertyMap.Of(("secret", secret), ("sesSmtpPasswordV4", SmtpPassword.Of(secret, aws.Target.Region))));
    }

    public async Task<PropertyMap?> ReadAsync(AwsClient aws, string id, PropertyMap inputs)
    {
        // IAM is asked only where nobody knows the user: the emulator goes through all users of all accounts, and fails where one changes
        // meanwhile.
        var user = inputs.Text("user")
            ?? (string?)(await aws.IamAsync("GetAccessKeyLastUsed", new { AccessKeyId = id }).ConfigureAwait(false))["UserName"];
        var keys = await aws.IamAsync("ListAccessKeys", new { UserName = user }).ConfigureAwait(false);
        var key = keys["AccessKeyMetadata"]!.AsArray().FirstOrDefault(key => (string?)key!["AccessKeyId"] == id);
        return key is null
            ? null
            : PropertyMap.Of(("createDate", AwsDate.ToText(key["CreateDate"])), ("status", (string?)key["Status"]), ("user", user));
    }

    public async Task<string> UpdateAsync(AwsClient aws, string id, PropertyMap before, PropertyMap after)
    {
        await SetStatusAsync(aws, id, after).ConfigureAwait(false);
        return id;
    }

    public Task DeleteAsync(AwsClient aws, string id, PropertyMap inputs) =>
        aws.IamAsync("DeleteAccessKey", new { UserName = inputs.Text("user"), AccessKeyId = id });

    public Task<ImmutableArray<string>> ListAsync(AccountSnapshot account) => IResourceType.PartOfAnother;

    private static Task<JsonObject> SetStatusAsync(AwsClient aws, string id, PropertyMap inputs) =>
        aws.IamAsync("UpdateAccessKey", new { UserName = inputs.Text("user"), AccessKeyId = id, Status = inputs.Text("status") });
}
