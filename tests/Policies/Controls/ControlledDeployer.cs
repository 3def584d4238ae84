using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SageMakerIam.Policies;
using SageMakerIam.Policies.Permissions;
using SageMakerIam.Settings;

namespace SageMakerIam.Tests.Policies.Controls;

/// <summary>A deployer with every activity, and what a control takes from it.</summary>
internal static partial class ControlledDeployer
{
    public const string Key = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
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
        KmsKeys = [Key, Key.Replace("1234abcd", "5678abcd")],
    };

    /// <summary>Whether a deployer may ask for this, all of whose requests are on something of its own.</summary>
    /// <param name="deployer">The deployer.</param>
    /// <param name="action">The action, without <c>sagemaker:</c>.</param>
    /// <param name="context">The condition keys of the request: <c>InstanceTypes=ml.m5.xlarge</c>, with spaces between them.</param>
    public static Task<bool> AllowsAsync(DeployerSettings deployer, string action, string context) => PolicyJudge.AllowsAsync(
        DeployerPolicy.Statements(
            deployer, [new PassedRole("arn:aws:iam::123456789012:role/churn", [TrustedService.SageMaker])], PolicyJudge.Account),
        $"sagemaker:{action}",
        $"arn:aws:sagemaker:us-east-1:123456789012:{ResourceOf(action)}/churn-a",
        [.. context.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.Split('=', 2))
            .Select(entry => (entry[0].Contains(':') ? entry[0] : $"sagemaker:{entry[0]}", entry[1]))]);

    /// <summary>A deployer without a control is allowed a request; with it, it is as expected.</summary>
    public static async Task ExpectAsync(DeployerSettings controlled, string action, string context, bool allowed)
    {
        (await AllowsAsync(WithoutControls, action, context)).Should().BeTrue("no control is there to deny it");
        (await AllowsAsync(controlled, action, context)).Should().Be(allowed);
    }

    private static string ResourceOf(string action) => action switch
    {
        "AddTags" or "DeleteTags" => "model",
        "CreateSpace" or "UpdateSpace" => "space/d-churn",
        _ => string.Concat(Verb().Replace(action, "").Replace("HyperParameter", "hyper-parameter").Select((letter, at) =>
            char.IsUpper(letter) ? $"{(at == 0 ? "" : "-")}{char.ToLowerInvariant(letter)}" : $"{letter}")),
    };

    [GeneratedRegex("^(Create|Update|Describe|Delete)")]
    private static partial Regex Verb();
}
