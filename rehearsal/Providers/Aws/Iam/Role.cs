using System.Collections.Immutable;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws.Iam;

/// <summary>An IAM role. Its id is its name.</summary>
/// <remarks>hashicorp/terraform-provider-aws, <c>internal/service/iam/role.go</c>.</remarks>
internal sealed class Role : IResourceType
{
    public string Token => "aws:iam/role:Role";

    public IReadOnlySet<string> Inputs { get; } = new HashSet<string>
    {
        "assumeRolePolicy", "description", "forceDetachPolicies", "maxSessionDuration", "name", "namePrefix", "path", "permissionsBoundary",
        "tags",
    };

    public IReadOnlySet<string> ReplaceOn { get; } = new HashSet<string> { "name", "namePrefix", "path" };

    public IReadOnlySet<string> Removable { get; } = new HashSet<string> { "description", "permissionsBoundary", "tags" };

    public IReadOnlySet<string> JsonInputs { get; } = new HashSet<string> { "assumeRolePolicy" };

    public IReadOnlySet<string> EmptyTexts { get; } = new HashSet<string> { "description", "namePrefix", "permissionsBoundary" };

    public PropertyMap Defaults { get; } = PropertyMap.Of(("forceDetachPolicies", false), ("maxSessionDuration", 3600.0), ("path", "/"));

    public int? GeneratedNameLength => 64;

    public void Check(PropertyMap inputs)
    {
        IamName.Check("roleName", inputs.Text("name"), 64);
        InputRules.Length("description", inputs.Text("description"), 1_000);
        InputRules.Range("max_session_duration", inputs.Number("maxSessionDuration"), 3_600, 43_200);
        InputRules.Arn("permissions_boundary", inputs.Text("permissionsBoundary"));
        InputRules.Document("assume_role_policy", inputs.Text("assumeRolePolicy"));
        if (inputs.Text("assumeRolePolicy") is { } trustPolicy)
        {
            PolicyDocument.CheckTrustPolicySize(trustPolicy);
        }
    }

    public IEnumerable<(string Input, IamEntity Entity)> Needs(PropertyMap inputs) =>
    [
        .. inputs.Text("permissionsBoundary") is { } boundary
            ? [("permissionsBoundary", new IamEntity("Policy", boundary))]
            : Array.Empty<(string, IamEntity)>(),

        // A principal is one part of the policy: that the policy depends on a resource does not mean that the principal is one.
        .. PolicyDocument.Principals(inputs.Text("assumeRolePolicy")!).Select(IamEntity.FromArn).OfType<IamEntity>()
            .Select(principal => ("assumeRolePolicy.Principal", principal)),
    ];

    public string Creating(PropertyMap inputs) => $"creating IAM Role ({inputs.Text("name")})";

    public async Task<CreatedResource> CreateAsync(AwsClient aws, PropertyMap inputs)
    {
        var name = inputs.Text("name")!;
        PolicyDocument.CheckTrustPolicy(inputs.Text("assumeRolePolicy")!);
        var request = new
        {
            RoleName = name,
            Path = inputs.Text("path"),
            AssumeRolePolicyDocument = inputs.Text("assumeRolePolicy"),
            Description = inputs.Text("description"),
            MaxSessionDuration = inputs.Number("maxSessionDuration"),
            PermissionsBoundary = inputs.Text("permissionsBoundary"),
            Tags = AwsTags.ToAws(inputs.TextMap("tags")),
        };
        await LostAnswer.SettleAsync(
            () => aws.IamAsync("CreateRole", request),
            () => AsAsked.IsThereAsync(
                this, aws, name, inputs, "assumeRolePolicy", "description", "maxSessionDuration", "path", "permissionsBoundary", "tags"))
            .ConfigureAwait(false);
        return new CreatedResource(name);
    }

    public async Task<PropertyMap?> ReadAsync(AwsClient aws, string id, PropertyMap inputs)
    {
        var role = (await aws.IamAsync("GetRole", new { RoleName = id }).ConfigureAwait(false))["Role"]!;
        var policies = await RolePolicies.OfAsync(aws, id).ConfigureAwait(false);
        var tags = AwsTags.FromAws(role["Tags"]);
        return PropertyMap.Of(
            ("arn", (string?)role["Arn"]),
            ("assumeRolePolicy", PolicyDocument.Decode((string)role["AssumeRolePolicyDocument"]!)),
            ("createDate", AwsDate.ToText(role["CreateDate"])),
            ("description", (string?)role["Description"]),
            ("inlinePolicies", policies.Inline),
            ("managedPolicyArns", policies.ManagedArns),
            ("maxSessionDuration", (double?)role["MaxSessionDuration"]),
            ("name", (string?)role["RoleName"]),
            ("path", (string?)role["Path"]),
            ("permissionsBoundary", (string?)role["PermissionsBoundary"]?["PermissionsBoundaryArn"]),
            ("tags", tags),
            ("tagsAll", tags),
            ("uniqueId", (string?)role["RoleId"]));
    }

    public async Task<string> UpdateAsync(AwsClient aws, string id, PropertyMap before, PropertyMap after)
    {
        if (this.Differences(before, after).Contains("assumeRolePolicy"))
        {
            PolicyDocument.CheckTrustPolicy(after.Text("assumeRolePolicy")!);
            await aws.IamAsync("UpdateAssumeRolePolicy", new { RoleName = id, PolicyDocument = after.Text("assumeRolePolicy") })
                .ConfigureAwait(false);
        }

        if (before.Text("description") != after.Text("description")
            || before.Number("maxSessionDuration") != after.Number("maxSessionDuration"))
        {
            await aws.IamAsync("UpdateRole", new
            {
                RoleName = id,
                Description = after.Text("description") ?? "",
                MaxSessionDuration = after.Number("maxSessionDuration"),
            }).ConfigureAwait(false);
        }

        if (before.Text("permissionsBoundary") != after.Text("permissionsBoundary"))
        {
            await (after.Text("permissionsBoundary") is { } boundary
                ? aws.IamAsync("PutRolePermissionsBoundary", new { RoleName = id, PermissionsBoundary = boundary })
                : aws.IamAsync("DeleteRolePermissionsBoundary", new { RoleName = id })).ConfigureAwait(false);
        }

        await AwsTags.UpdateAsync(
            before.TextMap("tags"),
            after.TextMap("tags"),
            tags => aws.IamAsync("TagRole", new { RoleName = id, Tags = tags }),
            keys => aws.IamAsync("UntagRole", new { RoleName = id, TagKeys = keys })).ConfigureAwait(false);
        return id;
    }

    public async Task DeleteAsync(AwsClient aws, string id, PropertyMap inputs)
    {
        var profiles = await aws.IamAsync("ListInstanceProfilesForRole", new { RoleName = id }).ConfigureAwait(false);
        foreach (var profile in profiles["InstanceProfiles"]!.AsArray())
        {
            await InstanceProfile.RemoveRoleAsync(aws, (string)profile!["InstanceProfileName"]!, id).ConfigureAwait(false);
        }

        // Policies that a look at the role has found go with it, whoever gave them to it; those that nobody has seen keep it there.
        var takesAll = inputs.Flag("forceDetachPolicies");
        if (takesAll || inputs["managedPolicyArns"] is ImmutableArray<object?> { IsEmpty: false })
        {
            var attached = await aws.LookIntoIamAsync("ListAttachedRolePolicies", new { RoleName = id }).ConfigureAwait(false);
            foreach (var policy in attached["AttachedPolicies"]!.AsArray())
            {
                await aws.IamAsync("DetachRolePolicy", new { RoleName = id, PolicyArn = (string?)policy!["PolicyArn"] })
                    .ConfigureAwait(false);
            }
        }

        if (takesAll || inputs["inlinePolicies"] is ImmutableArray<object?> { IsEmpty: false })
        {
            var inline = await aws.LookIntoIamAsync("ListRolePolicies", new { RoleName = id }).ConfigureAwait(false);
            foreach (var name in inline["PolicyNames"]!.AsArray())
            {
                await aws.IamAsync("DeleteRolePolicy", new { RoleName = id, PolicyName = (string?)name }).ConfigureAwait(false);
            }
        }

        await aws.IamAsync("DeleteRole", new { RoleName = id }).ConfigureAwait(false);
    }

    public Task<ImmutableArray<string>> ListAsync(AccountSnapshot account) => account.ArnsInDetailsAsync("RoleDetailList");
}
