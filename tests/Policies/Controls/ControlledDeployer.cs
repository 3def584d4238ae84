using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Policies;
using SageMakerIam.Policies.Permissions;
using SageMakerIam.Settings;

namespace SageMakerIam.Tests.Policies.Controls;

/// <summary>A deployer with every activity, and what a control takes from it.</summary>
internal static class ControlledDeployer
{
    public const string Key = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    public const string SecondKey = "arn:aws:kms:us-east-1:123456789012:key/5678abcd-12ab-34cd-56ef-1234567890ab";
    public const string OtherKey = "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000";

    /// <summary>A stack with the execution roles that it passes.</summary>
    public static StackSettings Stack { get; } = new()
    {
        ExecutionRoles = ImmutableSortedDictionary.Create<string, ExecutionRoleSettings>().Add("churn", new ExecutionRoleSettings()),
    };

    public static DeployerSettings WithoutControls { get; } = new()
    {
        ExecutionRoles = ["churn"],
        Activities = MLActivity.All,
        ResourcePrefixes = ["churn-"],
        StudioUserProfiles = ["d-churn/jane"],
        HyperPodClusters = ["0123456789ab"],
        PartnerApps = ["app-CHURN0123456"],
        KmsKeys = [Key, SecondKey],
    };

    private static readonly ImmutableArray<Statement> Uncontrolled = Statements(WithoutControls);

    /// <summary>Whether a deployer may ask for each of these.</summary>
    /// <param name="deployer">The deployer.</param>
    /// <param name="requests">
    /// The actions, without <c>sagemaker:</c>, each with the condition keys of the request: <c>InstanceTypes=ml.m5.xlarge</c>, with spaces
    /// between them. Each is on something of its own.
    /// </param>
    public static Task<IReadOnlyList<bool>> AllowsAsync(
        DeployerSettings deployer, IEnumerable<(string Action, string Context)> requests) => PolicyJudge.AllowsAsync(
            Statements(deployer),
            [
                .. requests.Select(request => (
                    $"sagemaker:{request.Action}",
                    ResourceOf(request.Action),
                    request.Context.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.Split('=', 2))
                        .Select(entry => (entry[0].Contains(':') ? entry[0] : $"sagemaker:{entry[0]}", entry[1])).ToArray())),
            ]);

    /// <summary>A deployer without a control is allowed a request; with it, it is as expected.</summary>
    public static async Task ExpectAsync(DeployerSettings controlled, string action, string context, bool allowed)
    {
        (await AllowsAsync(WithoutControls, [(action, context)])).Should().Equal([true], "no control is there to deny it");
        (await AllowsAsync(controlled, [(action, context)])).Should().Equal(allowed);
    }

    private static ImmutableArray<Statement> Statements(DeployerSettings deployer) => DeployerPolicy.Statements(
        deployer, [new PassedRole("arn:aws:iam::123456789012:role/churn", [TrustedService.SageMaker])], PolicyJudge.Account);

    // One of the first that it is allowed on, and that it knows.
    private static string ResourceOf(string action)
    {
        if (action is "AddTags" or "DeleteTags")
        {
            return "arn:aws:sagemaker:us-east-1:123456789012:model/churn-a";
        }

        var types = SageMakerReference.ResourceTypes(action);
        var resource = Uncontrolled.Where(statement => statement.Actions.Contains($"sagemaker:{action}"))
            .SelectMany(statement => statement.Resources)
            .First(resource => resource == "*" || types.Contains(resource.Split(':')[5].Split('/')[0]));
        // The ARN of an application goes on after its space's name.
        return resource == "*" ? resource : resource.Replace("*", action == "CreateApp" ? "a/JupyterLab/default" : "a");
    }
}
