using System.Text.Json.Nodes;

namespace SageMakerIam.Tests.Rehearsal;

/// <summary>
/// All that one run of <c>./rehearse</c> says and writes, over a stack that has each kind of secret: the example
/// <c>cross-account</c>, with a deployer.
/// </summary>
public sealed class WrittenFiles : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("written").FullName;

    /// <summary>What it says on the screen.</summary>
    public string Said { get; private set; } = "";

    /// <summary>What a file holds.</summary>
    public string Text(string file) => File.ReadAllText(InFolder(file));

    /// <summary>What a file of authorization details holds.</summary>
    public JsonNode Details(string file) => JsonNode.Parse(Text(file))!;

    public async Task InitializeAsync()
    {
        var example = Path.Combine(RepositoryFolder.Path, "examples", "cross-account");
        await File.WriteAllTextAsync(InFolder("stack.yaml"), await File.ReadAllTextAsync($"{example}.yaml") + """
              sagemaker-iam:deployers:
                ci: { executionRoles: [churn-training], activities: [manageJobs], resourcePrefixes: [ci-] }
            """);
        File.Copy($"{example}.access.yaml", InFolder("stack.access.yaml"));
        var aws = new EmulatedAwsFixture();
        await aws.InitializeAsync();
        (_, Said) = await RehearseCommand.RunAsync(
            InFolder("stack.yaml"), "--endpoint", aws.Endpoint.ToString(), "--outputs", InFolder("outputs.json"),
            "--report", InFolder("report.html"), "--authorization-details", InFolder("details.json"));
    }

    public Task DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    private string InFolder(string name) => Path.Combine(folder, name);
}
