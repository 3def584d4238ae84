using System.Collections.Immutable;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws.Iam;

/// <summary>A managed policy attached to a role or a user. Its id is <c>PRINCIPAL/POLICY_ARN</c>.</summary>
/// <remarks>
/// hashicorp/terraform-provider-aws, <c>internal/service/iam/role_policy_attachment.go</c> and <c>user_policy_attachment.go</c>.
/// </remarks>
/// <param name="token">The type token.</param>
/// <param name="ownerInput">The input that names the principal: role or user.</param>
/// <param name="principal">Makes a principal of its name.</param>
internal sealed class PolicyAttachment(string token, string ownerInput, Func<string, IamPrincipal> principal) : IResourceType
{
    public static PolicyAttachment ToRole { get; } =
        new("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "role", IamPrincipal.Role);

    public static PolicyAttachment ToUser { get; } =
        new("aws:iam/userPolicyAttachment:UserPolicyAttachment", "user", IamPrincipal.User);

    public string Token => token;

    public IReadOnlySet<string> Inputs { get; } = new HashSet<string> { "policyArn", ownerInput };

    public IReadOnlySet<string> ReplaceOn => Inputs;

    // Created first, the new attachment would be the old one, which is then deleted.
    public bool DeleteBeforeReplace => true;

    public void Check(PropertyMap inputs) => InputRules.Arn("policy_arn", inputs.Text("policyArn"));

    public IEnumerable<(string Input, IamEntity Entity)> Needs(PropertyMap inputs)
    {
        var owner = principal(inputs.Text(ownerInput)!);
        return [(ownerInput, new IamEntity(owner.Kind, owner.Name)), ("policyArn", new IamEntity("Policy", inputs.Text("policyArn")!))];
    }

    public string Creating(PropertyMap inputs) => 
        $"attaching IAM Policy ({inputs.Text("policyArn")}) to IAM {principal("").Kind} ({inputs.Text(ownerInput)})";

    public async Task<CreatedResource> CreateAsync(AwsClient aws, PropertyMap inputs)
    {
        var owner = principal(inputs.Text(ownerInput)!);
        var policyArn = inputs.Text("policyArn")!;
        aws.Kept<IamQuotas>().Attach(owner, policyArn);
        await aws.IamAsync($"Attach{owner.Kind}Policy", Request(owner, policyArn)).ConfigureAwait(false);
        return new CreatedResource($"{owner.Name}/{policyArn}");
    }

    public async Task<PropertyMap?> ReadAsync(AwsClient aws, string id, PropertyMap inputs)
    {
        var (owner, policyArn) = Parse(id);
        var attached = await aws.IamAsync(
            $"ListAttached{owner.Kind}Policies",
            new Dictionary<string, string> { [$"{owner.Kind}Name"] = owner.Name }).ConfigureAwait(false);
        return attached["AttachedPolicies"]!.AsArray().Any(policy => (string?)policy!["PolicyArn"] == policyArn)
            ? PropertyMap.Of(("policyArn", policyArn), (ownerInput, owner.Name))
            : null;
    }

    public async Task DeleteAsync(AwsClient aws, string id, PropertyMap inputs)
    {
        var (owner, policyArn) = Parse(id);
        await aws.IamAsync($"Detach{owner.Kind}Policy", Request(owner, policyArn)).ConfigureAwait(false);
        aws.Kept<IamQuotas>().Detach(owner, policyArn);
    }

    public Task<ImmutableArray<string>> ListAsync(AccountSnapshot account) => IResourceType.PartOfAnother;

    private static Dictionary<string, string> Request(IamPrincipal owner, string policyArn) =>
        new() { [$"{owner.Kind}Name"] = owner.Name, ["PolicyArn"] = policyArn };

    private (IamPrincipal Owner, string PolicyArn) Parse(string id) => id.Split('/', 2) is [var owner, var policyArn]
        ? (principal(owner), policyArn)
        : throw AwsException.Validation($"The id of a policy attachment is '{ownerInput}/policy ARN', not '{id}'");
}
