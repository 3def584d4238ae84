using System.Collections.Immutable;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws.Iam;

/// <summary>An inline policy of a role or a user. Its id is <c>PRINCIPAL:POLICY</c>.</summary>
/// <remarks>hashicorp/terraform-provider-aws, <c>internal/service/iam/role_policy.go</c> and <c>user_policy.go</c>.</remarks>
/// <param name="token">The type token.</param>
/// <param name="ownerInput">The input that names the principal: role or user.</param>
/// <param name="principal">Makes a principal of its name.</param>
internal sealed class InlinePolicy(string token, string ownerInput, Func<string, IamPrincipal> principal) : IResourceType
{
    public static InlinePolicy OfRole { get; } = new("aws:iam/rolePolicy:RolePolicy", "role", IamPrincipal.Role);

    public static InlinePolicy OfUser { get; } = new("aws:iam/userPolicy:UserPolicy", "user", IamPrincipal.User);

    public string Token => token;

    public IReadOnlySet<string> Inputs { get; } = new HashSet<string> { "name", "namePrefix", "policy", ownerInput };

    public IReadOnlySet<string> ReplaceOn { get; } = new HashSet<string> { "name", "namePrefix", ownerInput };

    public IReadOnlySet<string> JsonInputs { get; } = new HashSet<string> { "policy" };

    public IReadOnlySet<string> EmptyTexts { get; } = new HashSet<string> { "namePrefix" };

    public int? GeneratedNameLength => 255;

    // The provider keeps it as it kept it before it kept others.
    public string Kept(string document) => PolicyDocument.VersionFirst(document);

    public void Check(PropertyMap inputs)
    {
        IamName.Check("policyName", inputs.Text("name"), 128);
        InputRules.Document("policy", inputs.Text("policy"));
    }

    public IEnumerable<(string Input, IamEntity Entity)> Needs(PropertyMap inputs)
    {
        var owner = principal(inputs.Text(ownerInput)!);
        return [(ownerInput, new IamEntity(owner.Kind, owner.Name))];
    }

    public string Creating(PropertyMap inputs) => 
        $"putting IAM {principal("").Kind} ({inputs.Text(ownerInput)}) Policy ({inputs.Text("name")})";

    public async Task<CreatedResource> CreateAsync(AwsClient aws, PropertyMap inputs)
    {
        var owner = principal(inputs.Text(ownerInput)!);
        var name = inputs.Text("name")!;
        var document = inputs.Text("policy")!;
        aws.Kept<IamQuotas>().PutInlinePolicy(owner, name, document);
        var request = Request(owner, name);
        request["PolicyDocument"] = document;
        await aws.IamAsync($"Put{owner.Kind}Policy", request).ConfigureAwait(false);
        return new CreatedResource($"{owner.Name}:{name}");
    }

    public async Task<PropertyMap?> ReadAsync(AwsClient aws, string id, PropertyMap inputs)
    {
        var (owner, name) = Parse(id);
        var policy = await aws.IamAsync($"Get{owner.Kind}Policy", Request(owner, name)).ConfigureAwait(false);
        return PropertyMap.Of(
            ("name", name),
            ("policy", PolicyDocument.Decode((string)policy["PolicyDocument"]!)),
            (ownerInput, owner.Name));
    }

    public async Task<string> UpdateAsync(AwsClient aws, string id, PropertyMap before, PropertyMap after) =>
        (await CreateAsync(aws, after).ConfigureAwait(false)).Id;

    public async Task DeleteAsync(AwsClient aws, string id, PropertyMap inputs)
    {
        var (owner, name) = Parse(id);
        await aws.IamAsync($"Delete{owner.Kind}Policy", Request(owner, name)).ConfigureAwait(false);
        aws.Kept<IamQuotas>().DeleteInlinePolicy(owner, name);
    }

    public Task<ImmutableArray<string>> ListAsync(AccountSnapshot account) => IResourceType.PartOfAnother;

    private static Dictionary<string, string> Request(IamPrincipal owner, string policyName) =>
        new() { [$"{owner.Kind}Name"] = owner.Name, ["PolicyName"] = policyName };

    private (IamPrincipal Owner, string Name) Parse(string id) => id.Split(':', 2) is [var owner, var name]
        ? (principal(owner), name)
        : throw AwsException.Validation($"The id of an inline policy is '{ownerInput}:policy name', not '{id}'");
}
