using System.Text.Json.Nodes;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws;
using Rehearsal.Providers.Aws.Calls;
using Rehearsal.Providers.Aws.Iam;

namespace Rehearsal.Life.Drift;

/// <summary>The changes by hand that are made to the roles and users of a stack: to each, one of each kind that it can bear.</summary>
/// <param name="aws">The emulated AWS.</param>
/// <param name="resources">The resources of the stack.</param>
internal sealed class HandChanges(EmulatedAws aws, IReadOnlyList<ResourceState> resources)
{
    private const string ByHand = "changed-by-hand";

    private const string Everything = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";

    private const string Anyone = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole"}]}""";

    private readonly List<(AwsClient Client, string PolicyArn)> made = [];
    private readonly List<(AwsClient Client, string User, string KeyId)> keysMade = [];

    /// <summary>The changes, in an order in which all of them can be made.</summary>
    public IEnumerable<HandChange> All =>
    [
        .. resources.OfAws("iam/role:Role").SelectMany(Trust),
        .. resources.OfAws("iam/user:User").SelectMany(Boundary),
        .. resources.OfAws("iam/accessKey:AccessKey").GroupBy(key => key.Goal.Inputs.Text("user")).Where(keys => keys.Count() == 1)
            .Select(keys => KeyMade(keys.Single())),
        .. resources.OfAws("PoliciesExclusive").Select(Added),
        .. resources.OfAws("PolicyAttachmentsExclusive").Select(Attached),
        .. resources.OfAws("iam/rolePolicy:RolePolicy").Select(Widened),
        .. resources.OfAws("iam/userPolicy:UserPolicy").Select(Deleted),
        .. resources.OfAws("iam/policy:Policy").Select(Replaced),
        .. resources.OfAws("s3/bucketPolicy:BucketPolicy").Select(Unguarded),
        .. resources.OfAws("s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration").Select(Unlocked),
        .. resources.OfAws("cloudtrail/trail:Trail").Select(Blinded),
        .. resources.OfAws("iam/rolePolicyAttachment:RolePolicyAttachment")
            .Concat(resources.OfAws("iam/userPolicyAttachment:UserPolicyAttachment"))
            .Where(IsClaimed).Select(Detached),
    ];

    /// <summary>Deletes what the changes made beside the stack's own: policies that are nobody's any more, and keys.</summary>
    public async Task ForgetAsync()
    {
        foreach (var (client, policyArn) in made)
        {
            await client.IamAsync("DeletePolicy", new { PolicyArn = policyArn }).ConfigureAwait(false);
        }

        foreach (var (client, user, keyId) in keysMade)
        {
            await client.IamAsync("DeleteAccessKey", new { UserName = user, AccessKeyId = keyId }).ConfigureAwait(false);
        }
    }

    private IEnumerable<HandChange> Trust(ResourceState role)
    {
        yield return new($"the trust of role {role.Id} opened", role, () => CallAsync(
            role, "UpdateAssumeRolePolicy", ("RoleName", role.Id), ("PolicyDocument", Anyone)));
        if (HasBoundary(role))
        {
            yield return new($"the boundary of role {role.Id} taken off", role, () => CallAsync(
                role, "DeleteRolePermissionsBoundary", ("RoleName", role.Id)));
        }
    }

    private IEnumerable<HandChange> Boundary(ResourceState user)
    {
        if (HasBoundary(user))
        {
            yield return new($"the boundary of user {user.Id} taken off", user, () =>
            {
                Client(user).Kept<UserBoundaries>().Set(user.Id, null);
                return Task.CompletedTask;
            });
        }
    }

    // One that was there before the stack took the role or user over, and that the settings say nothing of, is its owner's.
    private static bool HasBoundary(ResourceState principal) =>
        principal.Goal.Inputs.Has("permissionsBoundary") && !principal.Goal.IgnoreChanges.Contains("permissionsBoundary");

    private HandChange KeyMade(ResourceState key)
    {
        var (user, client) = (key.Goal.Inputs.Text("user")!, Client(key));
        return new($"a key made for user {user}", key, async () =>
        {
            var answer = await client.IamAsync("CreateAccessKey", new { UserName = user }).ConfigureAwait(false);
            keysMade.Add((client, user, (string)answer["AccessKey"]!["AccessKeyId"]!));
        })
        {
            IsToldBy = warning => warning.Contains($"{LostKeys.Path(key)} has an access key", StringComparison.Ordinal),
        };
    }

    private HandChange Added(ResourceState claim) => new($"an inline policy added to {Principal(claim)}", claim, () => PolicyAsync(
        "Put", claim, ("PolicyName", ByHand), ("PolicyDocument", Everything)));

    private HandChange Attached(ResourceState claim) => new($"a policy attached to {Principal(claim)}", claim, async () =>
    {
        var policy = await CallAsync(
            claim, "CreatePolicy", ("PolicyName", $"{ByHand}-{made.Count}"), ("PolicyDocument", Everything)).ConfigureAwait(false);
        var arn = (string)policy["Policy"]!["Arn"]!;
        made.Add((Client(claim), arn));
        await PolicyAsync("Attach", claim, ("PolicyArn", arn)).ConfigureAwait(false);
    });

    private HandChange Widened(ResourceState policy) => new($"the inline policy of {Principal(policy)} widened", policy, () => PolicyAsync(
        "Put", policy, ("PolicyName", PolicyName(policy)), ("PolicyDocument", Everything)));

    private static HandChange Deleted(ResourceState policy) =>
        new($"the inline policy of {Principal(policy)} deleted", policy, () => policy.Provider!.DeleteAsync(policy));

    private static HandChange Unguarded(ResourceState policy) =>
        new($"the policy of bucket {policy.Id} deleted", policy, () => policy.Provider!.DeleteAsync(policy));

    private static HandChange Unlocked(ResourceState configuration) => new(
        $"the retention of bucket {configuration.Id} taken off", configuration, () => configuration.Provider!.DeleteAsync(configuration));

    private HandChange Blinded(ResourceState trail)
    {
        var name = trail.Goal.Inputs.Text("name");
        var nothing = new { TrailName = name, EventSelectors = new[] { new { IncludeManagementEvents = false } } };
        return new(
            $"the selectors of trail {name} replaced", trail, () => Client(trail).CloudTrailAsync("PutEventSelectors", nothing));
    }

    private HandChange Replaced(ResourceState policy)
    {
        var version = new { PolicyArn = policy.Id, PolicyDocument = Everything, SetAsDefault = true };
        return new(
            $"the managed policy {PolicyName(policy)} widened", policy, () => Client(policy).IamAsync("CreatePolicyVersion", version));
    }

    private static HandChange Detached(ResourceState attachment) =>
        new($"a policy of {Principal(attachment)} detached", attachment, () => attachment.Provider!.DeleteAsync(attachment));

    // What a grant gives to a principal of somebody else is left alone: the principal, and its account, may be another's.
    private bool IsClaimed(ResourceState attachment) =>
        resources.OfAws("PolicyAttachmentsExclusive").Any(claim => Principal(claim) == Principal(attachment));

    private static IamPrincipal Principal(ResourceState state)
    {
        var inputs = state.Goal.Inputs;
        return (inputs.Text("roleName") ?? inputs.Text("role")) is { } role
            ? IamPrincipal.Role(role)
            : IamPrincipal.User((inputs.Text("userName") ?? inputs.Text("user"))!);
    }

    private static string PolicyName(ResourceState policy) => policy.Goal.Inputs.Text("name")!;

    private AwsClient Client(ResourceState state) => aws.ClientFor(((AwsProvider)state.Provider!).Target);

    // What is done with a policy of a role or user: IAM names both the action and its holder by the kind.
    private Task<JsonObject> PolicyAsync(string verb, ResourceState state, params (string Key, string Value)[] input)
    {
        var (kind, name, _) = Principal(state);
        return CallAsync(state, $"{verb}{kind}Policy", [($"{kind}Name", name), .. input]);
    }

    private Task<JsonObject> CallAsync(ResourceState state, string action, params (string Key, string Value)[] input) =>
        Client(state).IamAsync(action, input.ToDictionary(entry => entry.Key, entry => entry.Value));
}
