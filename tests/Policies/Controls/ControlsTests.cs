using SageMakerIam.Iam;
using SageMakerIam.Iam.Packing;
using SageMakerIam.Policies;
using SageMakerIam.Policies.Controls;
using SageMakerIam.Policies.Permissions;
using SageMakerIam.Settings;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Tests.Policies.Controls;

/// <summary>The controls together.</summary>
public sealed class ControlsTests
{
    [Fact]
    public void EverySettingOfAStackThatIsNoPrincipal_IsAmongTheControls() =>
        EachControl.OfStacks.Keys.Select(control => control.Split('.')[0]).Distinct().Should().BeEquivalentTo(
            typeof(StackSettings).GetProperties().Select(property => Setting.KeyOf(property.Name))
                // A key is there with each of the controls; an analyzer denies nobody anything.
                .Except(["executionRoles", "deployers", "passRoleGrants", "externalIds", "accounts", "keys", "analyzer"]));

    [Fact]
    public void AnyTwoControls_DenyWhatEachDenies_AndLoseNoPermissionThatEachAloneLeaves_WithAnyActivity()
    {
        var controls = EachControl.OfPrincipals.Select(control => (control.Key, Control: Of(control.Value)))
            .Concat(EachControl.OfStacks.Select(control => (control.Key, Control: control.Value))).ToList();
        var amiss =
            from activity in MLActivity.All.AsParallel()
            let without = ControlledStack.With(activity)
            let bare = PolicyLayers.Of(without)
            let alone = controls.Select(control => PolicyLayers.Of(control.Control(without))).ToList()
            from first in Enumerable.Range(0, controls.Count)
            from second in Enumerable.Range(first + 1, controls.Count - first - 1)
            let both = PolicyLayers.Of(controls[second].Control(controls[first].Control(without)))
            from fault in PolicyLayers.Lost(bare, alone[first], alone[second], both)
                .Concat(PolicyLayers.Loosened(alone[first], both)).Concat(PolicyLayers.Loosened(alone[second], both))
            select $"{controls[first].Key} and {controls[second].Key} with {activity.Word}: {fault}";

        amiss.Should().BeEmpty();
    }

    [Fact]
    public void ExecutionRolesAndGrants_AreBoundAsDeployersAre()
    {
        var (deployer, role) = (EachControl.AllOfARole, "arn:aws:iam::123456789012:role/r");
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
                EachControl.All, [new PassedRole("arn:aws:iam::123456789012:role/churn", [TrustedService.SageMaker])], PolicyJudge.Account),
            PolicyJudge.Account).Size.Should().BeLessThanOrEqualTo(PolicyQuota.ManagedPolicy);

    [Fact]
    public void NoControl_DeniesAnActionHoweverItIsAskedFor() =>
        DeployerPolicy.Statements(EachControl.All, [], PolicyJudge.Account).Where(statement => statement.Effect == Effect.Deny)
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
            + "VpcSecurityGroupIds=sg-a NetworkIsolation=true InstanceTypes=ml.m5.xlarge MaxRuntimeInSeconds=60 "
            + "aws:RequestTag/project=churn aws:RequestTag/team=red aws:PrincipalTag/team=red"
            + (action == "CreateNotebookInstance"
                ? " RootAccess=Disabled DirectInternetAccess=Disabled MinimumInstanceMetadataServiceVersion=2" : "");
        string[] carried = [.. right.Split(' ').Where(entry => !notCarried.Contains(entry.Split('=')[0]))];
        await ControlledDeployer.ExpectAsync(EachControl.AllOfARole, action, string.Join(' ', carried), allowed: true);
        foreach (var entry in carried)
        {
            await ControlledDeployer.ExpectAsync(EachControl.AllOfARole, action, string.Join(' ', carried.Except([entry])), allowed: false);
        }
    }

    [Fact]
    public void AControl_IsNoLooserForWhoIsNotSignedInWithMfa() =>
        DeployerPolicy.Statements(EachControl.All, [], PolicyJudge.Account).Where(statement => statement.Effect == Effect.Deny)
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
        var statements = DeployerPolicy.Statements(EachControl.All, [], PolicyJudge.Account);
        var allowed = statements.Where(statement => statement.Effect == Effect.Allow).SelectMany(statement => statement.Actions);
        var denied = statements
            .Where(statement => statement.Effect == Effect.Deny && statement.Conditions.Any(condition => condition.Key == key))
            .SelectMany(statement => statement.Actions).Except(["sagemaker:*"]);
        denied.Should().BeEquivalentTo(
            allowed.Intersect(SageMakerReference.Carriers(key).Except(except).Select(action => $"sagemaker:{action}")));
    }

    private static List<string> Denials(IEnumerable<Statement> statements) =>
        [.. statements.Where(statement => statement.Effect == Effect.Deny).Select(statement => new PolicyDocument([statement]).ToJson())];

    private static Func<StackSettings, StackSettings> Of(Func<DeployerSettings, DeployerSettings> control) =>
        stack => stack with { Deployers = stack.Deployers.SetItem("ci", control(stack.Deployers["ci"])) };

    private static List<string> Statements(DeployerSettings deployer) =>
        [.. DeployerPolicy.Statements(deployer, [], PolicyJudge.Account).Select(statement => new PolicyDocument([statement]).ToJson())];
}
