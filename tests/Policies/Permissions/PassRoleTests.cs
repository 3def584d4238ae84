using SageMakerIam.Policies.Activities;
using SageMakerIam.Policies.Permissions;
using SageMakerIam.Settings;

namespace SageMakerIam.Tests.Policies.Permissions;

public class PassRoleTests
{
    private const string Role = "arn:aws:iam::123456789012:role/unet";

    [Theory]
    [InlineData(Role, "sagemaker.amazonaws.com", true)]
    [InlineData(Role, "ec2.amazonaws.com", false)]
    [InlineData(Role, "lambda.amazonaws.com", false)]
    [InlineData("arn:aws:iam::123456789012:role/unet2", "sagemaker.amazonaws.com", false)]
    [InlineData("arn:aws:iam::123456789012:role/Admin", "sagemaker.amazonaws.com", false)]
    public async Task Role_IsPassedByNameToTheNamedServiceAlone(string role, string service, bool allowed) =>
        (
            await PolicyJudge.AllowsAsync(
                PassRole.Statements([Role], [TrustedService.SageMaker]),
                "iam:PassRole",
                role,
                ("iam:PassedToService", service))).Should().Be(allowed);

    [Fact]
    public async Task Role_IsNotPassedWhereTheServiceIsNotSaid() =>
        (await PolicyJudge.AllowsAsync(PassRole.Statements([Role], [TrustedService.SageMaker]), "iam:PassRole", Role)).Should().BeFalse();

    [Theory]
    [InlineData("iam:GetRole", Role, true)]
    [InlineData("iam:GetRole", "arn:aws:iam::123456789012:role/Admin", false)]
    [InlineData("iam:UpdateAssumeRolePolicy", Role, false)]
    public async Task LookUp_ReadsTheRoleAlone(string action, string role, bool allowed) =>
        (await PolicyJudge.AllowsAsync(PassRole.LookUp([Role]), action, role)).Should().Be(allowed);

    [Theory]
    [InlineData("role/trains", "sagemaker.amazonaws.com", true)]
    [InlineData("role/trains", "states.amazonaws.com", false)]
    [InlineData("role/runs", "states.amazonaws.com", true)]
    [InlineData("role/runs", "sagemaker.amazonaws.com", false)]
    [InlineData("role/runs", "lambda.amazonaws.com", false)]
    public async Task EachRole_IsPassedToTheServiceThatItTrusts_AndThatAnActivityNeeds(string role, string service, bool allowed)
    {
        var statements = PassRole.ByTrust(
            new DeployerSettings { Activities = [new ManageJobs(), new ManageStateMachines()] },
            [
                new PassedRole("arn:aws:iam::123456789012:role/trains", [TrustedService.SageMaker, TrustedService.Ec2]),
                new PassedRole("arn:aws:iam::123456789012:role/runs", [TrustedService.StepFunctions, TrustedService.Lambda]),
            ]);

        (await PolicyJudge.AllowsAsync(
            statements, "iam:PassRole", $"arn:aws:iam::123456789012:{role}", ("iam:PassedToService", service))).Should().Be(allowed);
    }

    [Fact]
    public void NoRole_NeedsNoStatement() => PassRole.Statements([], [TrustedService.SageMaker]).Should().BeEmpty();
}
