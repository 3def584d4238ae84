using System.Text.Json.Nodes;
using SageMakerIam.Iam;
using SageMakerIam.Iam.Packing;
using SageMakerIam.Policies;
using SageMakerIam.Policies.Controls;
using SageMakerIam.Policies.Permissions;
using SageMakerIam.Settings;

namespace SageMakerIam.Tests.Policies.Controls;

/// <summary>The controls together.</summary>
public sealed class ControlsTests
{
    internal static readonly Dictionary<string, Func<DeployerSettings, DeployerSettings>> Controls = new()
    {
        ["keys"] = deployer => deployer with { RequireKeys = true },
        ["vpc"] = deployer => deployer with
        {
            RequireVpc = new() { Subnets = ["subnet-a"], SecurityGroups = ["sg-a"], NetworkIsolation = true },
        },
        ["instance types"] = Guarded(guardrails => guardrails with { InstanceTypes = ["ml.m5.*"] }),
        ["run time"] = Guarded(guardrails => guardrails with { MaxRuntimeInSeconds = 3_600 }),
        ["root access"] = Guarded(guardrails => guardrails with { RootAccess = false }),
        ["internet access"] = Guarded(guardrails => guardrails with { DirectInternetAccess = false }),
        ["metadata service"] = Guarded(guardrails => guardrails with { MinimumInstanceMetadataServiceVersion = 2 }),
        ["remote debug"] = Guarded(guardrails => guardrails with { RemoteDebug = false }),
        ["remote access"] = Guarded(guardrails => guardrails with { RemoteAccess = false }),
        ["public work teams"] = Guarded(guardrails => guardrails with { PublicWorkteams = false }),
        ["model approval"] = Guarded(guardrails => guardrails with { ModelApproval = false }),
        ["tags"] = Guarded(guardrails => guardrails with { RequestTags = [new() { Key = "project", Values = ["churn"] }] }),
        ["own tag"] = Guarded(guardrails => guardrails with { PrincipalTag = new() { Key = "team", Value = "red" } }),
    };

    private static readonly DeployerSettings WithoutMfa =
        Controls.Values.Aggregate(ControlledDeployer.WithoutControls, (deployer, control) => control(deployer));

    internal static readonly DeployerSettings Everything = WithoutMfa with { RequireMfa = true };

    [Fact]
    public void AnyTwoControls_DenyWhatEachDenies_AndNothingElse_WithAnyActivity()
    {
        foreach (var activity in MLActivity.All)
        {
            var deployer = ControlledDeployer.WithoutControls with { Activities = [activity] };
            foreach (var (first, one) in Controls)
            {
                foreach (var (second, other) in Controls.Where(control => control.Key != first))
                {
                    Statements(other(one(deployer))).Should().BeEquivalentTo(
                        Statements(one(deployer)).Union(Statements(other(deployer))),
                        "{0} and {1} change nothing of each other with {2}",
                        first,
                        second,
                        activity.Word);
                }
            }
        }
    }

    [Fact]
    public void ExecutionRolesAndGrants_AreBoundAsDeployersAre()
    {
        var (deployer, role) = (WithoutMfa, "arn:aws:iam::123456789012:role/r");
        var expected = Denials(DeployerPolicy.Statements(
            deployer, [new PassedRole(role, [TrustedService.SageMaker])], PolicyJudge.Account));
        Denials(ExecutionRolePolicy.Statements(
            "r",
            new()
            {
                Activities = deployer.Activities,
                ResourcePrefixes = deployer.ResourcePrefixes,
                StudioUserProfiles = deployer.StudioUserProfiles,
                HyperPodClusters = deployer.HyperPodClusters,
                PartnerApps = deployer.PartnerApps,
                KmsKeys = deployer.KmsKeys,
                RequireKeys = deployer.RequireKeys,
                RequireVpc = deployer.RequireVpc,
                Guardrails = deployer.Guardrails,
            },
            role,
            [],
            PolicyJudge.Account)).Should().Equal(expected);
        Denials(PassRoleGrantPolicy.Statements(
            new()
            {
                ExecutionRoles = ["r"],
                Principal = Arn.Parse("arn:aws:iam::123456789012:role/launcher")!,
                Activities = deployer.Activities,
                ResourcePrefixes = deployer.ResourcePrefixes,
                StudioUserProfiles = deployer.StudioUserProfiles,
                HyperPodClusters = deployer.HyperPodClusters,
                PartnerApps = deployer.PartnerApps,
                KmsKeys = deployer.KmsKeys,
                RequireKeys = deployer.RequireKeys,
                RequireVpc = deployer.RequireVpc,
                Guardrails = deployer.Guardrails,
            },
            [role],
            PolicyJudge.Account)).Should().Equal(expected);
    }

    [Fact]
    public void TheBoundaryOfEverything_FitsIntoAPolicy() =>
        BoundaryPolicy.Document(
            DeployerPolicy.Statements(
                Everything, [new PassedRole("arn:aws:iam::123456789012:role/churn", [TrustedService.SageMaker])], PolicyJudge.Account),
            PolicyJudge.Account).Size.Should().BeLessThanOrEqualTo(PolicyQuota.ManagedPolicy);

    [Fact]
    public void EveryGuardrail_IsAmongTheControls() =>
        typeof(GuardrailSettings).GetProperties().Where(guardrail => guardrail.CanWrite).Select(guardrail => guardrail.Name).Should()
            .BeEquivalentTo(typeof(GuardrailSettings).GetProperties().Where(guardrail => guardrail.CanWrite
                && Controls.Values.Any(control => !Equals(
                    guardrail.GetValue(new GuardrailSettings()),
                    guardrail.GetValue(control(new DeployerSettings()).Guardrails ?? new()))))
                .Select(guardrail => guardrail.Name));

    [Fact]
    public void EveryControl_DeniesSomething() => Controls.Should().OnlyContain(control =>
        Statements(control.Value(ControlledDeployer.WithoutControls)).Count > Statements(ControlledDeployer.WithoutControls).Count);

    [Fact]
    public void NoControl_DeniesAnActionHoweverItIsAskedFor() =>
        DeployerPolicy.Statements(Everything, [], PolicyJudge.Account).Where(statement => statement.Effect == Effect.Deny)
            .Should().OnlyContain(statement => !statement.Conditions.IsEmpty);

    [Theory]
    [InlineData("CreateTrainingJob")]
    [InlineData("CreateProcessingJob")]
    [InlineData("CreateHyperParameterTuningJob")]
    [InlineData("CreateTransformJob", "VpcSubnets", "VpcSecurityGroupIds", "NetworkIsolation", "MaxRuntimeInSeconds")]
    [InlineData("CreateModel", "VolumeKmsKeyArn", "OutputKmsKeyArn", "InstanceTypes", "MaxRuntimeInSeconds")]
    [InlineData("CreateEndpointConfig", "OutputKmsKeyArn", "MaxRuntimeInSeconds")]
    [InlineData("CreateNotebookInstance", "OutputKmsKeyArn", "NetworkIsolation", "MaxRuntimeInSeconds")]
    public async Task WhatHasAllThatItsActionCarries_IsAllowedByAllControlsTogether_AndWithoutAnyOneOfItDenied(
        string action, params string[] notCarried)
    {
        var right = $"VolumeKmsKeyArn={ControlledDeployer.Key} OutputKmsKeyArn={ControlledDeployer.Key} VpcSubnets=subnet-a "
            + "VpcSecurityGroupIds=sg-a NetworkIsolation=true InstanceTypes=ml.m5.large MaxRuntimeInSeconds=60 "
            + "aws:RequestTag/project=churn aws:RequestTag/team=red aws:PrincipalTag/team=red"
            + (action == "CreateNotebookInstance"
                ? " RootAccess=Disabled DirectInternetAccess=Disabled MinimumInstanceMetadataServiceVersion=2" : "");
        string[] carried = [.. right.Split(' ').Where(entry => !notCarried.Contains(entry.Split('=')[0]))];
        await ControlledDeployer.ExpectAsync(WithoutMfa, action, string.Join(' ', carried), allowed: true);
        foreach (var entry in carried)
        {
            await ControlledDeployer.ExpectAsync(WithoutMfa, action, string.Join(' ', carried.Except([entry])), allowed: false);
        }
    }

    [Fact]
    public void AControl_IsNoLooserForWhoIsNotSignedInWithMfa() =>
        DeployerPolicy.Statements(Everything, [], PolicyJudge.Account).Where(statement => statement.Effect == Effect.Deny)
            .SelectMany(statement => statement.Conditions).Should().NotContain(condition => condition.Key == "aws:MultiFactorAuthPresent");

    [Theory]
    [InlineData("sagemaker:InstanceTypes")]
    [InlineData("sagemaker:MaxRuntimeInSeconds")]
    [InlineData("sagemaker:VolumeKmsKeyArn")]
    [InlineData("sagemaker:OutputKmsKeyArn")]
    [InlineData("sagemaker:VpcSubnets")]
    [InlineData("sagemaker:VpcSecurityGroupIds")]
    [InlineData("sagemaker:NetworkIsolation")]
    [InlineData("sagemaker:RootAccess")]
    [InlineData("sagemaker:DirectInternetAccess")]
    [InlineData("sagemaker:MinimumInstanceMetadataServiceVersion")]
    [InlineData("sagemaker:EnableRemoteDebug")]
    [InlineData("sagemaker:ModelApprovalStatus")]
    [InlineData("sagemaker:RemoteAccess")]
    [InlineData("sagemaker:WorkteamType")]
    [InlineData("aws:RequestTag/project", "CreateModelPackage", "UpdateMonitoringSchedule")]
    [InlineData("aws:RequestTag/team", "CreateModelPackage", "UpdateMonitoringSchedule")]
    public void EveryActionThatCarriesAKey_IsBoundByIt(string key, params string[] except)
    {
        var statements = DeployerPolicy.Statements(Everything, [], PolicyJudge.Account);
        var allowed = statements.Where(statement => statement.Effect == Effect.Allow).SelectMany(statement => statement.Actions);
        var denied = statements
            .Where(statement => statement.Effect == Effect.Deny && statement.Conditions.Any(condition => condition.Key == key))
            .SelectMany(statement => statement.Actions).Distinct();
        denied.Should().BeEquivalentTo(
            allowed.Distinct().Where(action => Carriers(key).Contains(action)).Except(except.Select(action => $"sagemaker:{action}")));
    }

    private static Func<DeployerSettings, DeployerSettings> Guarded(Func<GuardrailSettings, GuardrailSettings> change) =>
        deployer => deployer with { Guardrails = change(deployer.Guardrails ?? new()) };

    private static List<string> Denials(IEnumerable<Statement> statements) =>
        [.. statements.Where(statement => statement.Effect == Effect.Deny).Select(statement => new PolicyDocument([statement]).ToJson())];

    private static List<string> Statements(DeployerSettings deployer) =>
        [.. DeployerPolicy.Statements(deployer, [], PolicyJudge.Account).Select(statement => new PolicyDocument([statement]).ToJson())];

    /// <summary>The actions that carry a key, as the Service Authorization Reference has them.</summary>
    private static HashSet<string> Carriers(string key)
    {
        var file = Path.Combine(
            RepositoryFolder.Path, "proof", "judge", "node_modules", "@cloud-copilot", "iam-data", "data", "actions", "sagemaker.json");
        var known = key.StartsWith("aws:RequestTag/", StringComparison.Ordinal) ? "aws:RequestTag/${TagKey}" : key;
        return [.. JsonNode.Parse(File.ReadAllText(file))!.AsObject().Select(entry => entry.Value!)
            .Where(action => action["conditionKeys"]!.AsArray().Concat(
                action["resourceTypes"]!.AsArray().SelectMany(type => type!["conditionKeys"]!.AsArray()))
                .Any(carried => carried!.GetValue<string>() == known))
            .Select(action => $"sagemaker:{action["name"]}")];
    }
}
