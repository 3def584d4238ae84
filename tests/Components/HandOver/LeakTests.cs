using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Rehearsal.Providers.Aws.Calls;
using SageMakerIam.Tests.Rehearsal;

namespace SageMakerIam.Tests.Components.HandOver;

/// <summary>
/// A search for secrets that nobody asked for, in all that a rehearsal says and leaves behind. It is a process of its own, and so are its
/// programs: what they write into a temporary folder goes into one that is theirs alone.
/// </summary>
public sealed class LeakTests : IClassFixture<EmulatedAwsFixture>, IDisposable
{
    private readonly EmulatedAwsFixture aws;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("leak");
    private readonly DirectoryInfo temporary;

    public LeakTests(EmulatedAwsFixture aws) => (this.aws, temporary) = (aws, folder.CreateSubdirectory("temporary"));

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Secrets_AreInNoOutputNoFileAndNoTemporaryFile()
    {
        var account = EmulatedAwsFixture.NewAccount();
        await File.WriteAllTextAsync(InFolder("stack.yaml"), $$"""
            config:
              aws:region: us-east-1
              aws:allowedAccountIds: ['{{account}}']
              sagemaker-iam:executionRoles: { unet: {} }
              sagemaker-iam:deployers:
                dev: { executionRoles: [unet], awsProfile: unet, secretsManager: {}, accessKey: { generation: 2, previous: active } }
            """);
        var text = await RehearseAsync(
            InFolder("stack.yaml"), "--no-contract", "--keep", "--endpoint", aws.Endpoint.ToString(), "--outputs", InFolder("outputs.json"),
            "--report", InFolder("report.html"), "--authorization-details", InFolder("details.json"));

        var outputs = JsonNode.Parse(await File.ReadAllTextAsync(InFolder("outputs.json")))!;
        var client = aws.Connect()
            .ClientFor(new AwsTarget(account, "us-east-1", ImmutableSortedDictionary<string, string>.Empty));
        var value = await client.SecretsManagerAsync(
            "GetSecretValue", new { SecretId = outputs["deployerSecretArns"]!["dev"]!.ToString() });
        var secret = JsonNode.Parse(value["SecretString"]!.ToString())!;
        string[] secrets = [secret["AWS_SECRET_ACCESS_KEY"]!.ToString(), secret["AWS_ACCESS_KEY_ID"]!.ToString()];

        text.Should().NotContainAny(secrets);
        foreach (var file in folder.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            (await File.ReadAllTextAsync(file.FullName)).Should().NotContainAny(secrets, file.FullName);
        }

        temporary.EnumerateFileSystemInfos().Select(left => left.Name).Should().BeEmpty();
    }

    /// <summary>Rehearses, and answers all that is said, on standard error too.</summary>
    private Task<string> RehearseAsync(params string[] arguments) => Tool.RunAsync(
        "bash",
        ["-c", "dotnet \"$@\" 2>&1", "rehearse", Path.Combine(AppContext.BaseDirectory, "Rehearsal.dll"), .. arguments],
        new Dictionary<string, string> { ["TMPDIR"] = temporary.FullName });

    private string InFolder(string name) => Path.Combine(folder.FullName, name);
}
