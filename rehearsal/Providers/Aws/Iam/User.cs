using System.Collections.Immutable;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws.Iam;

/// <summary>An IAM user. Its id is its name; the provider renames and moves it in place.</summary>
/// <remarks>hashicorp/terraform-provider-aws, <c>internal/service/iam/user.go</c>.</remarks>
internal sealed class User : IResourceType
{
    private const int MaxNameLength = 64;

    public string Token => "aws:iam/user:User";

    public IReadOnlySet<string> Inputs { get; } = new HashSet<string> { "forceDestroy", "name", "path", "permissionsBoundary", "tags" };

    public IReadOnlySet<string> ReplaceOn { get; } = new HashSet<string>();

    public IReadOnlySet<string> Removable { get; } = new HashSet<string> { "permissionsBoundary", "tags" };

    public IReadOnlySet<string> EmptyTexts { get; } = new HashSet<string> { "permissionsBoundary" };

    public PropertyMap Defaults { get; } = PropertyMap.Of(("forceDestroy", false), ("path", "/"));

    public int? GeneratedNameLength => 255;

    // How long a name may be, IAM says and the provider does not.
    public void Check(PropertyMap inputs)
    {
        IamName.Check("userName", inputs.Text("name"), int.MaxValue);
        InputRules.Arn("permissions_boundary", inputs.Text("permissionsBoundary"));
    }

    public IEnumerable<(string Input, IamEntity Entity)> Needs(PropertyMap inputs) =>
        inputs.Text("permissionsBoundary") is { } boundary ? [("permissionsBoundary", new IamEntity("Policy", boundary))] : [];

    public string Creating(PropertyMap inputs) => $"creating IAM User ({inputs.Text("name")})";

    public async Task<CreatedResource> CreateAsync(AwsClient aws, PropertyMap inputs)
    {
        var name = inputs.Text("name")!;
        IamName.Check("userName", name, MaxNameLength);
        var request = new
        {
            UserName = name,
            Path = inputs.Text("path"),
            Tags = AwsTags.ToAws(inputs.TextMap("tags")),
        };
        await LostAnswer.SettleAsync(
            () => aws.IamAsync("CreateUser", request),
            () => AsAsked.IsThereAsync(this, aws, name, inputs, "path", "tags")).ConfigureAwait(false);
        aws.Kept<UserBoundaries>().Set(name, inputs.Text("permissionsBoundary"));
        return new CreatedResource(name);
    }

    public async Task<PropertyMap?> ReadAsync(AwsClient aws, string id, PropertyMap inputs)
    {
        var user = (await aws.IamAsync("GetUser", new { UserName = id }).ConfigureAwait(false))["User"]!;
        aws.Kept<UserBoundaries>().AddTo(user);
        var tags = AwsTags.FromAws(user["Tags"]);
        return PropertyMap.Of(
            ("arn", (string?)user["Arn"]),
            ("name", (string?)user["UserName"]),
            ("path", (string?)user["Path"]),
            ("permissionsBoundary", (string?)user["PermissionsBoundary"]?["PermissionsBoundaryArn"]),
            ("tags", tags),
            ("tagsAll", tags),
            ("uniqueId", (string?)user["UserId"]));
    }

    public async Task<string> UpdateAsync(AwsClient aws, string id, PropertyMap before, PropertyMap after)
    {
        var name = after.Text("name")!;
        IamName.Check("userName", name, MaxNameLength);
        if (name != id || before.Text("path") != after.Text("path"))
        {
            await LostAnswer.SettleAsync(
                () => aws.IamAsync("UpdateUser", new { UserName = id, NewUserName = name, NewPath = after.Text("path") }),
                () => AsAsked.IsThereAsync(this, aws, name, after, "path")).ConfigureAwait(false);
        }

        aws.Kept<UserBoundaries>().Set(id, null);
        aws.Kept<UserBoundaries>().Set(name, after.Text("permissionsBoundary"));
        await AwsTags.UpdateAsync(
            before.TextMap("tags"),
            after.TextMap("tags"),
            tags => aws.IamAsync("TagUser", new { UserName = name, Tags = tags }),
            keys => aws.IamAsync("UntagUser", new { UserName = name, TagKeys = keys })).ConfigureAwait(false);
        return name;
    }

    public async Task DeleteAsync(AwsClient aws, string id, PropertyMap inputs)
    {
        // It leaves its groups, whoever put it there.
        var groups = await aws.IamAsync("ListGroupsForUser", new { UserName = id }).ConfigureAwait(false);
        foreach (var group in groups["Groups"]!.AsArray())
        {
            await aws.IamAsync("RemoveUserFromGroup", new { UserName = id, GroupName = (string?)group!["GroupName"] })
                .ConfigureAwait(false);
        }

        await UserCredentials.RemoveAsync(aws, id, inputs.Flag("forceDestroy")).ConfigureAwait(false);
        await aws.IamAsync("DeleteUser", new { UserName = id }).ConfigureAwait(false);
        aws.Kept<UserBoundaries>().Set(id, null);
    }

    public Task<ImmutableArray<string>> ListAsync(AccountSnapshot account) => account.ArnsInDetailsAsync("UserDetailList");
}
