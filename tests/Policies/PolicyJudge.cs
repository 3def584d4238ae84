using System.Text.Json.Nodes;
using Proof;
using Proof.Judging;
using SageMakerIam.Iam;
using SageMakerIam.Policies.Trust;
using SageMakerIam.Settings;
using SageMakerIam.Tests.Proof;

namespace SageMakerIam.Tests.Policies;

/// <summary>Asks the judge of access what a role may do that has nothing but the given statements.</summary>
internal static class PolicyJudge
{
    private const string RoleArn = "arn:aws:iam::123456789012:role/holder";

    public static AwsAccount Account { get; } = new("aws", "us-east-1", "123456789012");

    /// <summary>What activities are allowed on in the tests.</summary>
    public static ActivityScope Scope { get; } = new(Account, ["unet-"])
    {
        MlflowApps = ["app-unet"],
        AthenaWorkgroups = ["unet-team"],
        GlueDatabases = ["unet_db"],
        StudioUserProfiles = ["d-unet/jane"],
        HyperPodClusters = ["unet00000000"],
        EksClusters = ["unet-eks"],
        PartnerApps = ["app-unet"],
    };

    /// <summary>Whether a holder of the statements may do this.</summary>
    /// <param name="statements">The statements.</param>
    /// <param name="action">The action.</param>
    /// <param name="resource">The ARN of the resource; <c>*</c> for an action that knows none.</param>
    /// <param name="context">The condition keys of the request.</param>
    public static async Task<bool> AllowsAsync(
        IEnumerable<Statement> statements, string action, string resource, params (string Key, string Value)[] context) =>
        (await AllowsAsync(statements, [(action, resource, context)])).Single();

    /// <summary>Whether a holder of the statements may do each of these.</summary>
    public static Task<IReadOnlyList<bool>> AllowsAsync(
        IEnumerable<Statement> statements, IEnumerable<(string Action, string Resource, (string Key, string Value)[] Context)> requests) =>
        DecideAsync(
            new PolicyDocument([.. statements]),
            TrustPolicy.Document([TrustedService.SageMaker], true, Account),
            requests.Select(request => RequestOf(RoleArn, request.Action, request.Resource, request.Context)));

    /// <summary>Whether a service may assume a role with this trust policy.</summary>
    public static Task<bool> AssumesAsync(PolicyDocument trustPolicy, string service, params (string Key, string Value)[] context) =>
        OpensAsync(trustPolicy, service, "sts:AssumeRole", context);

    /// <summary>Whether a token of an identity provider opens a role with this trust policy.</summary>
    /// <param name="trustPolicy">The trust policy.</param>
    /// <param name="providerArn">The ARN of the identity provider that the token is shown to.</param>
    /// <param name="claims">The token's claims, as condition keys.</param>
    public static Task<bool> AssumesWithTokenAsync(
        PolicyDocument trustPolicy, string providerArn, params (string Key, string Value)[] claims) =>
        OpensAsync(trustPolicy, providerArn, "sts:AssumeRoleWithWebIdentity", claims);

    private static async Task<bool> OpensAsync(
        PolicyDocument trustPolicy, string by, string action, (string Key, string Value)[] context) =>
        (await DecideAsync(new PolicyDocument([]), trustPolicy, [RequestOf(by, action, RoleArn, context)])).Single();

    private static AccessRequest RequestOf(string by, string action, string on, (string Key, string Value)[] context) =>
        new(by, action, on, context.ToDictionary(entry => entry.Key, entry => entry.Value));

    private static async Task<IReadOnlyList<bool>> DecideAsync(
        PolicyDocument policy, PolicyDocument trustPolicy, IEnumerable<AccessRequest> requests)
    {
        var role = new JsonObject
        {
            ["RoleName"] = "holder",
            ["Arn"] = RoleArn,
            ["AssumeRolePolicyDocument"] = JsonNode.Parse(trustPolicy.ToJson()),
            ["RolePolicyList"] = policy.Statements.IsEmpty
                ? []
                : new JsonArray(new JsonObject { ["PolicyName"] = "policy", ["PolicyDocument"] = JsonNode.Parse(policy.ToJson()) }),
        };
        var world = new JudgedWorld([new JsonObject { ["RoleDetailList"] = new JsonArray(role) }], SmallStack.Place);
        AccessRequest[] asked = [.. requests];
        var decisions = (await AccessJudge.DecideAsync(new DecideRequest(world, asked))).Decisions;
        return [.. asked.Zip(decisions, (request, decision) => decision.Failed
            ? throw new InvalidOperationException($"The judge could not decide {request.Action} on {request.On}: {decision.Why}")
            : decision.Allowed)];
    }
}
