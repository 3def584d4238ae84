using System.Collections.Immutable;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws.Iam;

/// <summary>
/// The claim that a role or a user has these inline policies and no others. The others are deleted; one that is missing is a
/// fault, as the claim knows its name and not its document. Its id is the principal's name.
/// </summary>
/// <remarks>
/// hashicorp/terraform-provider-aws, <c>internal/service/iam/role_policies_exclusive.go</c> and <c>user_policies_exclusive.go</c>.
/// </remarks>
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

    public IReadOnlySet<string> Sets { get; } = new HashSet<string> { "policyNames" };

    public string Creating(PropertyMap inputs) =>
        $"creating IAM {principal("").Kind} Policies Exclusive ({inputs.Text(ownerInput)})";

    public async Task<CreatedResource> CreateAsync(AwsClient aws, PropertyMap inputs)
    {
        var owner = principal(inputs.Text(ownerInput)!);
        var (there, wanted) = (await NamesAsync(aws, owner).ConfigureAwait(false), inputs.Texts("policyNames"));
        if (wanted.Except(there).Any())
        {
            // The provider puts it, without a document, which the SDK does not let through.
            throw new ProviderException(
                $"{Creating(inputs)}: operation error IAM: Put{owner.Kind}Policy, 1 validation error(s) found.\n"
                + $"- missing required field, Put{owner.Kind}PolicyInput.PolicyDocument.");
        }

        foreach (var name in there.Except(wanted))
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

    private static async Task<ImmutableArray<string>> NamesAsync(AwsClient aws, IamPrincipal owner)
    {
        var answer = await aws.IamAsync($"List{owner.Kind}Policies", new Dictionary<string, string> { [$"{owner.Kind}Name"] = owner.Name })
            .ConfigureAwait(false);
        return [.. answer["PolicyNames"]!.AsArray().Select(name => (string)name!)];
    }
}
