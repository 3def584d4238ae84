using System.Text.Json.Nodes;
using SageMakerIam.Tests.Rehearsal;

namespace SageMakerIam.Tests.Components.HandOver;

public sealed class AwsProfileTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("profile").FullName;
    private readonly RehearsedStack stack = new(aws);

    public void Dispose()
    {
        stack.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Profile_LetsTheCliDoWhatTheSetupGuideAsks()
    {
        await stack.UpAsync(
            "executionRoles: { unet: { roleName: SageMaker-UNetTraining-ExecutionRole } }",
            "deployers: { dev: { userName: sagemaker-developer, awsProfile: unet, executionRoles: [unet], "
                + "activities: [manageJobs, manageNotebooks], resourcePrefixes: [unet-] } }");
        var profile = stack.Output("awsProfiles")["dev"]!;
        await File.WriteAllTextAsync(Path.Combine(folder, "credentials"), profile["credentials"]!.ToString());
        await File.WriteAllTextAsync(Path.Combine(folder, "config"), profile["config"]!.ToString());

        JsonNode.Parse(await CliAsync("sts", "get-caller-identity"))!["Arn"]!.ToString()
            .Should().Be($"arn:aws:iam::{stack.Account}:user/sagemaker-developer");

        await CliAsync("s3", "mb", $"s3://vessel-{stack.Account}");
        (await CliAsync("s3", "ls")).Should().Contain($"vessel-{stack.Account}");
        JsonNode.Parse(await CliAsync("sagemaker", "list-training-jobs", "--max-results", "5"))!["TrainingJobSummaries"]!.AsArray()
            .Should().BeEmpty();

        var role = stack.Output("executionRoleArns")["unet"]!.ToString();
        await CliAsync(
            "sagemaker", "create-notebook-instance",
            "--notebook-instance-name", "unet-notebook",
            "--instance-type", "ml.t2.medium",
            "--role-arn", role);
        JsonNode.Parse(await CliAsync("sagemaker", "describe-notebook-instance", "--notebook-instance-name", "unet-notebook"))!["RoleArn"]!
            .ToString().Should().Be(role);
    }

    private Task<string> CliAsync(params string[] arguments) => Tool.RunAsync("aws", arguments, new Dictionary<string, string>
    {
        ["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(folder, "credentials"),
        ["AWS_CONFIG_FILE"] = Path.Combine(folder, "config"),
        ["AWS_PROFILE"] = "unet",
        ["AWS_ENDPOINT_URL"] = stack.Endpoint.ToString(),
    });
}
