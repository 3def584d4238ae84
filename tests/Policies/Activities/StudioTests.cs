using SageMakerIam.Iam;
using SageMakerIam.Policies.Activities;
using SageMakerIam.Settings;

namespace SageMakerIam.Tests.Policies.Activities;

/// <summary>Who works in Studio gets into its own private spaces and those that are shared, and Canvas is opened as oneself.</summary>
public class StudioTests
{
    private const string Jane = "d-unet/jane";

    [Theory]
    [InlineData("CreateSpace", "space/d-unet/unet-1", Jane, "Private", true)]
    [InlineData("UpdateSpace", "space/d-unet/unet-1", Jane, "Private", true)]
    [InlineData("DeleteSpace", "space/d-unet/unet-1", Jane, "Private", true)]
    [InlineData("CreateApp", "app/d-unet/unet-1/JupyterLab/default", Jane, "Private", true)]
    [InlineData("DeleteApp", "app/d-unet/unet-1/JupyterLab/default", Jane, "Private", true)]
    [InlineData("CreateApp", "app/d-unet/unet-1/JupyterLab/default", "d-unet/joe", "Private", false)]
    [InlineData("CreateApp", "app/d-unet/unet-1/JupyterLab/default", "d-unet/jane2", "Private", false)]
    [InlineData("CreateApp", "app/d-unet/unet-1/JupyterLab/default", "d-unet/joe", "Shared", true)]
    [InlineData("CreateApp", "app/d-unet/other-1/JupyterLab/default", "d-unet/joe", "Shared", false)]
    [InlineData("CreateApp", "app/d-other/unet-1/JupyterLab/default", Jane, "Private", false)]
    [InlineData("DeleteSpace", "space/d-unet/unet-1", "d-unet/joe", "Private", false)]
    [InlineData("DeleteSpace", "space/d-unet/other-1", Jane, "Private", false)]
    public async Task APrivateSpace_IsItsOwners_AndASharedOneIsByName(
        string action, string resource, string owner, string sharing, bool allowed) =>
        (await PolicyJudge.AllowsAsync(
            new RunStudioApps().Statements(PolicyJudge.Scope),
            $"sagemaker:{action}",
            Arn(resource),
            ("sagemaker:OwnerUserProfileArn", Arn($"user-profile/{owner}")),
            ("sagemaker:SpaceSharingType", sharing))).Should().Be(allowed);

    [Theory]
    [InlineData("runStudioApps", "CreatePresignedDomainUrl", "user-profile/d-unet/jane", true)]
    [InlineData("runStudioApps", "CreatePresignedDomainUrl", "user-profile/d-unet/joe", false)]
    [InlineData("runStudioApps", "DescribeDomain", "domain/d-unet", true)]
    [InlineData("runStudioApps", "DescribeDomain", "domain/d-unet2", false)]
    [InlineData("runStudioApps", "CreateApp", "app/d-unet/jane/JupyterServer/default", false)]
    [InlineData("runStudioApps", "CreateUserProfile", "user-profile/d-unet/jane", false)]
    [InlineData("useCanvas", "CreateApp", "app/d-unet/jane/Canvas/default", true)]
    [InlineData("useCanvas", "CreateApp", "app/d-unet/joe/Canvas/default", false)]
    [InlineData("useCanvas", "CreateApp", "app/d-unet/jane/KernelGateway/default", false)]
    [InlineData("useCanvas", "CreateAutoMLJobV2", "automl-job/Canvas1700000000", true)]
    [InlineData("useCanvas", "CreateEndpoint", "endpoint/canvas-churn", true)]
    [InlineData("useCanvas", "CreateEndpoint", "endpoint/unet-1", false)]
    [InlineData("useCanvas", "CreatePresignedDomainUrl", "user-profile/d-unet/joe", false)]
    public async Task Studio_IsOpenedAsOneself(string activity, string action, string resource, bool allowed) =>
        (await PolicyJudge.AllowsAsync(Of(activity), $"sagemaker:{action}", Arn(resource))).Should().Be(allowed);

    [Theory]
    [InlineData("model/canvas-churn", true)]
    [InlineData("model/unet-1", false)]
    public async Task Canvas_DeploysWhatCanvasMade(string model, bool allowed) => (await PolicyJudge.AllowsAsync(
        Of("useCanvas"),
        "sagemaker:CreateEndpointConfig",
        Arn("endpoint-config/canvas-churn"),
        ("sagemaker:ModelArn", Arn(model)))).Should().Be(allowed);

    private static IEnumerable<Statement> Of(string activity) =>
        MLActivity.All.Single(known => known.Word == activity).Statements(PolicyJudge.Scope);

    private static string Arn(string resource) => $"arn:aws:sagemaker:us-east-1:123456789012:{resource}";
}
