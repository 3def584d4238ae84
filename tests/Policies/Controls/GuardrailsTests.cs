using SageMakerIam.Policies;
using SageMakerIam.Settings;

namespace SageMakerIam.Tests.Policies.Controls;

public sealed class GuardrailsTests
{
    private static readonly PrincipalTag Red = new() { Key = "team", Value = "red" };

    [Theory]
    [InlineData("CreateTrainingJob", "InstanceTypes=ml.m5.xlarge", true)]
    [InlineData("CreateTrainingJob", "InstanceTypes=ml.m5.xlarge,ml.g5.12xlarge", true)]
    [InlineData("CreateTrainingJob", "InstanceTypes=ml.m5.xlarge,ml.p5.48xlarge", false)]
    [InlineData("CreateTrainingJob", "InstanceTypes=ml.m5.2xlarge", false)]
    [InlineData("CreateTrainingJob", "", false)]
    [InlineData("CreateTransformJob", "InstanceTypes=ml.m5.xlarge", true)]
    [InlineData("CreateTransformJob", "InstanceTypes=ml.p5.48xlarge", false)]
    [InlineData("CreateTransformJob", "", false)]
    [InlineData("CreateNotebookInstance", "InstanceTypes=ml.p5.48xlarge", false)]
    [InlineData("UpdateNotebookInstance", "InstanceTypes=ml.p5.48xlarge", false)]
    [InlineData("UpdateNotebookInstance", "", true)]
    [InlineData("UpdateTrainingJob", "", true)]
    [InlineData("CreateEndpointConfig", "InstanceTypes=ml.g5.xlarge", true)]
    [InlineData("CreateEndpointConfig", "InstanceTypes=ml.p5.48xlarge", false)]
    [InlineData("CreateEndpointConfig", "ServerlessMemorySize=2048", true)]
    [InlineData("CreateEndpointConfig", "", false)]
    [InlineData("CreateModel", "", true)]
    public Task InstanceTypes_AreThoseAlone(string action, string context, bool allowed) =>
        ExpectAsync(new() { InstanceTypes = ["ml.m5.xlarge", "ml.g5.*"] }, action, context, allowed);

    [Theory]
    [InlineData("CreateTrainingJob", "MaxRuntimeInSeconds=3600", true)]
    [InlineData("CreateTrainingJob", "MaxRuntimeInSeconds=3601", false)]
    [InlineData("CreateTrainingJob", "", false)]
    [InlineData("CreateProcessingJob", "MaxRuntimeInSeconds=60", true)]
    [InlineData("CreateProcessingJob", "", false)]
    [InlineData("CreateHyperParameterTuningJob", "MaxRuntimeInSeconds=86400", false)]
    [InlineData("CreateTransformJob", "", true)]
    public Task Runtime_IsSaidAndNoLonger(string action, string context, bool allowed) =>
        ExpectAsync(new() { MaxRuntimeInSeconds = 3_600 }, action, context, allowed);

    [Theory]
    [InlineData("CreateNotebookInstance", "RootAccess=Disabled", true)]
    [InlineData("CreateNotebookInstance", "RootAccess=Enabled", false)]
    [InlineData("CreateNotebookInstance", "", false)]
    [InlineData("UpdateNotebookInstance", "RootAccess=Disabled", true)]
    [InlineData("UpdateNotebookInstance", "RootAccess=Enabled", false)]
    [InlineData("UpdateNotebookInstance", "", true)]
    public Task RootAccess_IsNotGiven(string action, string context, bool allowed) =>
        ExpectAsync(new() { RootAccess = false }, action, context, allowed);

    [Theory]
    [InlineData("DirectInternetAccess=Disabled", true)]
    [InlineData("DirectInternetAccess=Enabled", false)]
    [InlineData("", false)]
    public Task InternetAccess_IsNotGiven(string context, bool allowed) =>
        ExpectAsync(new() { DirectInternetAccess = false }, "CreateNotebookInstance", context, allowed);

    [Theory]
    [InlineData("CreateNotebookInstance", "MinimumInstanceMetadataServiceVersion=2", true)]
    [InlineData("CreateNotebookInstance", "MinimumInstanceMetadataServiceVersion=1", false)]
    [InlineData("CreateNotebookInstance", "", false)]
    [InlineData("UpdateNotebookInstance", "MinimumInstanceMetadataServiceVersion=2", true)]
    [InlineData("UpdateNotebookInstance", "MinimumInstanceMetadataServiceVersion=1", false)]
    [InlineData("UpdateNotebookInstance", "", true)]
    public Task MetadataService_IsTheSecond(string action, string context, bool allowed) =>
        ExpectAsync(new() { MinimumInstanceMetadataServiceVersion = 2 }, action, context, allowed);

    [Theory]
    [InlineData("CreateTrainingJob", "EnableRemoteDebug=true", false)]
    [InlineData("CreateTrainingJob", "EnableRemoteDebug=false", true)]
    [InlineData("CreateTrainingJob", "", true)]
    [InlineData("UpdateTrainingJob", "EnableRemoteDebug=true", false)]
    [InlineData("UpdateTrainingJob", "", true)]
    public Task RemoteDebug_IsNotTurnedOn(string action, string context, bool allowed) =>
        ExpectAsync(new() { RemoteDebug = false }, action, context, allowed);

    [Theory]
    [InlineData("CreateSpace", "RemoteAccess=ENABLED", false)]
    [InlineData("CreateSpace", "RemoteAccess=DISABLED", true)]
    [InlineData("CreateSpace", "", true)]
    [InlineData("UpdateSpace", "RemoteAccess=ENABLED", false)]
    [InlineData("UpdateSpace", "RemoteAccess=DISABLED", true)]
    [InlineData("UpdateSpace", "", true)]
    public Task Spaces_AreNotOpenedToOtherIdes(string action, string context, bool allowed) =>
        ExpectAsync(new() { RemoteAccess = false }, action, $"SpaceSharingType=Shared {context}", allowed);

    [Theory]
    [InlineData("WorkteamType=public-crowd", false)]
    [InlineData("WorkteamType=private-crowd", true)]
    [InlineData("WorkteamType=vendor-crowd", true)]
    [InlineData("", true)]
    public Task Data_IsNotShownToThePublic(string context, bool allowed) => ExpectAsync(
        new() { PublicWorkteams = false },
        "CreateLabelingJob",
        $"WorkteamArn=arn:aws:sagemaker:us-east-1:123456789012:workteam/private-crowd/churn-a {context}",
        allowed);

    [Theory]
    [InlineData("CreateModelPackage", "ModelApprovalStatus=Approved", false)]
    [InlineData("CreateModelPackage", "ModelApprovalStatus=PendingManualApproval", true)]
    [InlineData("CreateModelPackage", "", true)]
    [InlineData("UpdateModelPackage", "ModelApprovalStatus=Approved", false)]
    [InlineData("UpdateModelPackage", "ModelApprovalStatus=Rejected", true)]
    [InlineData("UpdateModelPackage", "", true)]
    public Task Models_AreNotApproved(string action, string context, bool allowed) =>
        ExpectAsync(new() { ModelApproval = false }, action, context, allowed);

    [Theory]
    [InlineData("CreateModel", "aws:RequestTag/project=churn", true)]
    [InlineData("CreateModel", "aws:RequestTag/project=fraud", true)]
    [InlineData("CreateModel", "aws:RequestTag/project=someone-elses", false)]
    [InlineData("CreateModel", "aws:RequestTag/team=churn", false)]
    [InlineData("CreateModel", "", false)]
    [InlineData("CreateModelPackage", "", true)]
    [InlineData("AddTags", "aws:RequestTag/project=churn", true)]
    [InlineData("AddTags", "aws:RequestTag/project=someone-elses", false)]
    [InlineData("AddTags", "aws:RequestTag/team=any", true)]
    [InlineData("DeleteTags", "aws:TagKeys=team", true)]
    [InlineData("DeleteTags", "aws:TagKeys=team,project", false)]
    public Task Tag_IsThereAndStays(string action, string context, bool allowed) =>
        ExpectAsync(new() { RequestTags = [new() { Key = "project", Values = ["churn", "fraud"] }] }, action, context, allowed);

    [Theory]
    [InlineData("CreateModel", "aws:RequestTag/project=anything", true)]
    [InlineData("CreateModel", "", false)]
    [InlineData("AddTags", "aws:RequestTag/project=anything", true)]
    [InlineData("DeleteTags", "aws:TagKeys=project", false)]
    public Task TagOfAnyValue_IsThereAndStays(string action, string context, bool allowed) =>
        ExpectAsync(new() { RequestTags = [new() { Key = "project" }] }, action, context, allowed);

    [Theory]
    [InlineData("CreateModel", "aws:RequestTag/team=red", true)]
    [InlineData("CreateModel", "aws:RequestTag/team=red aws:RequestTag/project=any", true)]
    [InlineData("CreateModel", "aws:RequestTag/team=blue", false)]
    [InlineData("CreateModel", "aws:RequestTag/team=Red", false)]
    [InlineData("CreateModel", "aws:RequestTag/project=red", false)]
    [InlineData("CreateModel", "", false)]
    [InlineData("CreateModelPackage", "", true)]
    [InlineData("CreateEndpoint", "aws:RequestTag/team=red aws:ResourceTag/team=red", true)]
    [InlineData("CreateEndpoint", "aws:RequestTag/team=red aws:ResourceTag/team=blue", false)]
    [InlineData("UpdateEndpoint", "aws:ResourceTag/team=red", true)]
    [InlineData("UpdateEndpoint", "aws:ResourceTag/team=blue", false)]
    [InlineData("UpdateEndpoint", "aws:ResourceTag/project=blue", true)]
    [InlineData("UpdateEndpoint", "", true)]
    [InlineData("DescribeModel", "aws:ResourceTag/team=blue", false)]
    [InlineData("DeleteModel", "aws:ResourceTag/team=blue", false)]
    [InlineData("DeleteModel", "aws:ResourceTag/team=red", true)]
    [InlineData("AddTags", "aws:RequestTag/team=red aws:ResourceTag/team=red", true)]
    [InlineData("AddTags", "aws:RequestTag/team=red", true)]
    [InlineData("AddTags", "aws:RequestTag/team=red aws:ResourceTag/team=blue", false)]
    [InlineData("AddTags", "aws:RequestTag/team=blue aws:ResourceTag/team=red", false)]
    [InlineData("AddTags", "aws:RequestTag/project=any aws:ResourceTag/team=red", true)]
    [InlineData("DeleteTags", "aws:TagKeys=project aws:ResourceTag/team=red", true)]
    [InlineData("DeleteTags", "aws:TagKeys=project,team aws:ResourceTag/team=red", false)]
    public Task OwnTag_IsOnAllThatIsMade_Stays_AndKeepsOthersApart(string action, string context, bool allowed) =>
        ExpectAsync(new() { PrincipalTag = Red }, action, $"aws:PrincipalTag/team=red {context}", allowed);

    [Theory]
    [InlineData("CreateModel", "aws:RequestTag/team=red")]
    [InlineData("CreateModel", "aws:RequestTag/team=")]
    [InlineData("AddTags", "aws:RequestTag/team=red")]
    [InlineData("UpdateEndpoint", "aws:ResourceTag/team=red")]
    [InlineData("UpdateEndpoint", "aws:ResourceTag/team=red aws:PrincipalTag/team=blue")]
    [InlineData("UpdateEndpoint", "aws:ResourceTag/team=red aws:PrincipalTag/project=red")]
    public Task WhoseOwnTagIsTakenOrAnother_TouchesNothingThatBearsIt(string action, string context) =>
        ExpectAsync(new() { PrincipalTag = Red }, action, context, allowed: false);

    [Fact]
    public void NobodyWithAnyActivity_ChangesTheTagsOfPrincipals()
    {
        string[] changing = ["iam:TagRole", "iam:UntagRole", "iam:TagUser", "iam:UntagUser", "sts:TagSession", "iam:*", "sts:*", "*"];
        DeployerPolicy.Statements(ControlsTests.Everything, [], PolicyJudge.Account).SelectMany(statement => statement.Actions)
            .Should().NotIntersectWith(changing);
    }

    private static Task ExpectAsync(GuardrailSettings guardrails, string action, string context, bool allowed) =>
        ControlledDeployer.ExpectAsync(ControlledDeployer.WithoutControls with { Guardrails = guardrails }, action, context, allowed);
}
