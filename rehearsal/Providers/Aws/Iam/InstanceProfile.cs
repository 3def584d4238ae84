using System.Collections.Immutable;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws.Iam;

/// <summary>An instance profile, which hands a role to EC2. Its id is its name.</summary>
/// <remarks>hashicorp/terraform-provider-aws, <c>internal/service/iam/instance_profile.go</c>.</remarks>
internal sealed class InstanceProfile : IResourceType
{
    public string Token => "aws:iam/instanceProfile:InstanceProfile";

    public IReadOnlySet<string> Inputs { get; } = new HashSet<string> { "name", "namePrefix", "path", "role", "tags" };

    public IReadOnlySet<string> ReplaceOn { get; } = new HashSet<string> { "name", "namePrefix", "path" };

    public IReadOnlySet<string> Removable { get; } = new HashSet<string> { "role", "tags" };

    public IReadOnlySet<string> EmptyTexts { get; } = new HashSet<string> { "namePrefix" };

    public PropertyMap Defaults { get; } = PropertyMap.Of(("path", "/"));

    public int? GeneratedNameLength => 255;

    public void Check(PropertyMap inputs) => IamName.Check("instanceProfileName", inputs.Text("name"), 128);

    public string Creating(PropertyMap inputs) => $"creating IAM Instance Profile ({inputs.Text("name")})";

    public async Task<CreatedResource> CreateAsync(AwsClient aws, PropertyMap inputs)
    {
        var name = inputs.Text("name")!;
        var request = new
        {
            InstanceProfileName = name,
            Path = inputs.Text("path"),
            Tags = AwsTags.ToAws(inputs.TextMap("tags")),
        };
        await LostAnswer.SettleAsync(
            () => aws.IamAsync("CreateInstanceProfile", request),
            () => AsAsked.IsThereAsync(this, aws, name, inputs, "path", "tags")).ConfigureAwait(false);
        await AddRoleAsync(aws, name, inputs).ConfigureAwait(false);
        return new CreatedResource(name);
    }

    public async Task<PropertyMap?> ReadAsync(AwsClient aws, string id, PropertyMap inputs)
    {
        var profile = (
            await aws.IamAsync("GetInstanceProfile", new { InstanceProfileName = id }).ConfigureAwait(false))["InstanceProfile"]!;
        var tags = AwsTags.FromAws(profile["Tags"]);
        return PropertyMap.Of(
            ("arn", (string?)profile["Arn"]),
            ("createDate", AwsDate.ToText(profile["CreateDate"])),
            ("name", (string?)profile["InstanceProfileName"]),
            ("path", (string?)profile["Path"]),
            ("role", (string?)(profile["Roles"]?.AsArray().FirstOrDefault()?["RoleName"])),
            ("tags", tags),
            ("tagsAll", tags),
            ("uniqueId", (string?)profile["InstanceProfileId"]));
    }

    public async Task<string> UpdateAsync(AwsClient aws, string id, PropertyMap before, PropertyMap after)
    {
        if (before.Text("role") != after.Text("role"))
        {
            await RemoveRoleAsync(aws, id, before).ConfigureAwait(false);
            await AddRoleAsync(aws, id, after).ConfigureAwait(false);
        }

        await AwsTags.UpdateAsync(
            before.TextMap("tags"),
            after.TextMap("tags"),
            tags => aws.IamAsync("TagInstanceProfile", new { InstanceProfileName = id, Tags = tags }),
            keys => aws.IamAsync("UntagInstanceProfile", new { InstanceProfileName = id, TagKeys = keys })).ConfigureAwait(false);
        return id;
    }

    public async Task DeleteAsync(AwsClient aws, string id, PropertyMap inputs)
    {
        await RemoveRoleAsync(aws, id, inputs).ConfigureAwait(false);
        await aws.IamAsync("DeleteInstanceProfile", new { InstanceProfileName = id }).ConfigureAwait(false);
    }

    public async Task<ImmutableArray<string>> ListAsync(AccountSnapshot account)
    {
        var answer = await account.Aws.IamAsync("ListInstanceProfiles", new { }).ConfigureAwait(false);
        return AccountSnapshot.Arns(answer["InstanceProfiles"]);
    }

    /// <summary>Takes a role out of a profile; one that somebody has taken out already is no fault.</summary>
    public static async Task RemoveRoleAsync(AwsClient aws, string profile, string role)
    {
        // Asked for a role that is not in it, the emulator fails where IAM says so.
        if (await HasRoleAsync(aws, profile, role).ConfigureAwait(false))
        {
            await LostAnswer.SettleAsync(
                () => aws.IamAsync("RemoveRoleFromInstanceProfile", Request(profile, role)),
                async () => !await HasRoleAsync(aws, profile, role).ConfigureAwait(false)).ConfigureAwait(false);
        }
    }

    private static async Task<bool> HasRoleAsync(AwsClient aws, string profile, string role)
    {
        var found = await aws.LookIntoIamAsync("GetInstanceProfile", new { InstanceProfileName = profile }).ConfigureAwait(false);
        return found["InstanceProfile"]!["Roles"]!.AsArray().Any(held => (string?)held!["RoleName"] == role);
    }

    private async Task AddRoleAsync(AwsClient aws, string name, PropertyMap inputs)
    {
        if (inputs.Text("role") is { } role)
        {
            await LostAnswer.SettleAsync(
                () => aws.IamAsync("AddRoleToInstanceProfile", Request(name, role)),
                () => AsAsked.IsThereAsync(this, aws, name, inputs, "role")).ConfigureAwait(false);
        }
    }

    private static Task RemoveRoleAsync(AwsClient aws, string name, PropertyMap inputs) =>
        inputs.Text("role") is { } role ? RemoveRoleAsync(aws, name, role) : Task.CompletedTask;

    private static object Request(string profile, string role) => new { InstanceProfileName = profile, RoleName = role };
}
