using SageMakerIam.Policies.Activities;

namespace SageMakerIam.Tests.Policies.Activities;

/// <summary>Data is labelled by people of the account's own.</summary>
public class LabelDataTests
{
    [Theory]
    [InlineData("private-crowd/unet-people", true)]
    [InlineData("private-crowd/other-people", false)]
    [InlineData("vendor-crowd/unet-people", false)]
    [InlineData("public-crowd/default", false)]
    public async Task Data_IsShownToPrivateWorkTeamsByName(string team, bool allowed) => (await PolicyJudge.AllowsAsync(
        new LabelData().Statements(PolicyJudge.Scope),
        "sagemaker:CreateLabelingJob",
        Arn("labeling-job/unet-1"),
        ("sagemaker:WorkteamArn", Arn($"workteam/{team}")))).Should().Be(allowed);

    [Fact]
    public async Task ALabelingJob_NamesItsTeam() =>
        (await PolicyJudge.AllowsAsync(
            new LabelData().Statements(PolicyJudge.Scope), "sagemaker:CreateLabelingJob", Arn("labeling-job/unet-1"))).Should().BeFalse();

    private static string Arn(string resource) => $"arn:aws:sagemaker:us-east-1:123456789012:{resource}";
}
