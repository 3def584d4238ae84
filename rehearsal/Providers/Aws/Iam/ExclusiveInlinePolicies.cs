using System.Collections.Immutable;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws.Iam;

/// <summary>
/// The claim that a role or a user has these inline policies and no others. The others are deleted; those that are
/// missing are left to the resources that make them. Its id is the principal's name.
/// </summary>
/// <param name="token">The type token.</param>
/// <param name="ownerInput">The input that names the principal: roleName or userName.</param>
/// <param name="principal">Makes a principal of its name.</param>
internal sealed class ExclusiveInlinePolicies(string token, string ownerInput, Func<string, IamPrincipal> principal) : IResourceType
{
    public static ExclusiveInlinePolicies OfRole { get; } = new(
        "aws:iam/rolePoliciesExclusive:RolePoliciesExclusive", "roleName", IamPrincipal.Role);

    public static ExclusiveInlinePolicies OfUser { get; } = new(
        "aws:iam/userPoliciesExclusive:UserPoliciesExclusive", "userName", IamPrincipal.User);

    public string Token => token;

    public IReadOnlySet<string> Inputs { get; } = new HashSet<string> { "policyNames", ownerInput };

    public IReadOnlySet<string> ReplaceOn { get; } = new HashSet<string> { ownerInput };

    public string Creating(PropertyMap inputs) => 
        $"creating IAM {principal("").Kind} Policies Exclusive ({inputs.Text(ownerInput)})";

    public async Task<CreatedResource> CreateAsync(AwsClient aws, PropertyMap inputs)
    {
        var owner = principal(inputs.Text(ownerInput)!);
        foreach (var name in (await NamesAsync(aws, owner).ConfigureAwait(false)).Except(inputs.Texts("policyNames")))
        {
            await aws.IamAsync(
                $"Delete{owner.Kind}Policy",
                new Dictionary<string, string> { [$"{owner.Kind}Name"] = owner.Name, ["PolicyName"] = name }).ConfigureAwait(false);
            aws.Kept<IamQuotas>().DeleteInlinePolicy(owner, name);
        }

        return new CreatedResource(owner.Name);
    }

    public async Task<PropertyMap?> ReadAsync(AwsClient aws, string id, PropertyMap inputs) => PropertyMap.Of(
        // They are a set: in the order of the state, where it has them.
        ("policyNames", (await NamesAsync(aws, principal(id)).ConfigureAwait(false))
            .OrderBy(name => inputs.Texts("policyNames").IndexOf(name)).Select(name => (object?)name).ToImmutableArray()),
        (ownerInput, id));

    public async Task<string> UpdateAsync(AwsClient aws, string id, PropertyMap before, PropertyMap after) =>
        (await CreateAsync(aws, after).ConfigureAwait(false)).Id;

    // The claim is dropped; the policies stay.
    public Task DeleteAsync(AwsClient aws, string id, PropertyMap inputs) => Task.CompletedTask;

    public Task<ImmutableArray<string>> ListAsync(AccountSnapshot account) => IResourceType.PartOfAnother;

    private static async Task<IEnumerable<string>> NamesAsync(AwsClient aws, IamPrincipal owner)
    {
        var answer = await aws.IamAsync($"List{owner.Kind}Policies", new Dictionary<string, string> { [$"{owner.Kind}Name"] = owner.Name })
            .ConfigureAwait(false);
        return answer["PolicyNames"]!.AsArray().Select(name => (string)name!);
    }
}
