using System.Collections.Immutable;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws.Iam;

/// <summary>
/// The claim that a role or a user has these managed policies attached and no others. Those that are missing are attached,
/// then the others are detached. Its id is the principal's name.
/// </summary>
/// <remarks>
/// hashicorp/terraform-provider-aws, <c>internal/service/iam/role_policy_attachments_exclusive.go</c> and
/// <c>user_policy_attachments_exclusive.go</c>.
/// </remarks>
/// <param name="token">The type token.</param>
/// <param name="ownerInput">The input that names the principal: roleName or userName.</param>
/// <param name="principal">Makes a principal of its name.</param>
internal sealed class ExclusivePolicyAttachments(string token, string ownerInput, Func<string, IamPrincipal> principal) : IResourceType
{
    public static ExclusivePolicyAttachments ToRole { get; } =
        new("aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive", "roleName", IamPrincipal.Role);

    public static ExclusivePolicyAttachments ToUser { get; } =
        new("aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive", "userName", IamPrincipal.User);

    public string Token => token;

    public IReadOnlySet<string> Inputs { get; } = new HashSet<string> { "policyArns", ownerInput };

    public IReadOnlySet<string> ReplaceOn { get; } = new HashSet<string> { ownerInput };

    public IReadOnlySet<string> Sets { get; } = new HashSet<string> { "policyArns" };

    public string Creating(PropertyMap inputs) =>
        $"creating IAM {principal("").Kind} Policy Attachments Exclusive ({inputs.Text(ownerInput)})";

    public async Task<CreatedResource> CreateAsync(AwsClient aws, PropertyMap inputs)
    {
        var owner = principal(inputs.Text(ownerInput)!);
        var (attached, wanted) = (await ArnsAsync(aws, owner).ConfigureAwait(false), inputs.Texts("policyArns"));
        foreach (var policyArn in wanted.Except(attached))
        {
            aws.Kept<IamQuotas>().Attach(owner, policyArn);
            await aws.IamAsync($"Attach{owner.Kind}Policy", Request(owner, policyArn)).ConfigureAwait(false);
        }

        foreach (var policyArn in attached.Except(wanted))
        {
            await aws.IamAsync($"Detach{owner.Kind}Policy", Request(owner, policyArn)).ConfigureAwait(false);
            aws.Kept<IamQuotas>().Detach(owner, policyArn);
        }

        return new CreatedResource(owner.Name);
    }

    public async Task<PropertyMap?> ReadAsync(AwsClient aws, string id, PropertyMap inputs) => PropertyMap.Of(
        // They are a set: in the order of the state, where it has them.
        ("policyArns", (await ArnsAsync(aws, principal(id)).ConfigureAwait(false))
            .OrderBy(arn => inputs.Texts("policyArns").IndexOf(arn)).Select(arn => (object?)arn).ToImmutableArray()),
        (ownerInput, id));

    public async Task<string> UpdateAsync(AwsClient aws, string id, PropertyMap before, PropertyMap after) =>
        (await CreateAsync(aws, after).ConfigureAwait(false)).Id;

    // The claim is dropped; the attachments stay.
    public Task DeleteAsync(AwsClient aws, string id, PropertyMap inputs) => Task.CompletedTask;

    public Task<ImmutableArray<string>> ListAsync(AccountSnapshot account) => IResourceType.PartOfAnother;

    private static async Task<ImmutableArray<string>> ArnsAsync(AwsClient aws, IamPrincipal owner)
    {
        var answer = await aws.IamAsync(
            $"ListAttached{owner.Kind}Policies",
            new Dictionary<string, string> { [$"{owner.Kind}Name"] = owner.Name }).ConfigureAwait(false);
        return [.. answer["AttachedPolicies"]!.AsArray().Select(policy => (string)policy!["PolicyArn"]!)];
    }

    private static Dictionary<string, string> Request(IamPrincipal owner, string policyArn) =>
        new() { [$"{owner.Kind}Name"] = owner.Name, ["PolicyArn"] = policyArn };
}
