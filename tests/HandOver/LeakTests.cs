using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Rehearsal.Aws;
using SageMakerIam.Tests.Rehearsal;

namespace SageMakerIam.Tests.HandOver;

/// <summary>A search for secrets that nobody asked for, in all that a rehearsal leaves behind.</summary>
public sealed class LeakTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>, IDisposable
{
    // A pipe has no length, and would be read for ever.
    private const long LargestFile = 20_000_000;

    private readonly string folder = Directory.CreateTempSubdirectory("leak").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Secrets_AreInNoOutputNoFileAndNoTemporaryFile()
    {
        var started = DateTime.UtcNow;
        var account = EmulatedAwsFixture.NewAccount();
        await File.WriteAllTextAsync(InFolder("stack.yaml"), $$"""
            config:
              aws:region: us-east-1
              aws:allowedAccountIds: ['{{account}}']
              sagemaker-iam:executionRoles: { unet: {} }
              sagemaker-iam:deployers:
                dev: { executionRoles: [unet], awsProfile: unet, secretsManager: {}, accessKey: { generation: 2, previous: active } }
            """);
        var (exit, text) = await RehearseCommand.RunAsync(
            InFolder("stack.yaml"), "--keep", "--endpoint", aws.Endpoint.ToString(), "--outputs", InFolder("outputs.json"),
            "--report", InFolder("report.html"), "--authorization-details", InFolder("details.json"));
        exit.Should().Be(0, text);

        var outputs = JsonNode.Parse(await File.ReadAllTextAsync(InFolder("outputs.json")))!;
        var client = aws.Connect()
            .ClientFor(new AwsTarget(account, "us-east-1", ImmutableSortedDictionary<string, string>.Empty));
        var value = await client.SecretsManagerAsync("GetSecretValue", new { SecretId = outputs["deployerSecretArns"]!["dev"]!.ToString() });
        var secret = JsonNode.Parse(value["SecretString"]!.ToString())!;
        string[] secrets = [secret["AWS_SECRET_ACCESS_KEY"]!.ToString(), secret["AWS_ACCESS_KEY_ID"]!.ToString()];

        text.Should().NotContainAny(secrets);
        foreach (var file in FilesWrittenSince(started))
        {
            Read(file).Should().NotContainAny(secrets, file);
        }
    }

    private static List<string> FilesWrittenSince(DateTime started) =>
    [
        .. Directory.EnumerateFiles(Path.GetTempPath(), "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
            .Where(file => new FileInfo(file) is { Exists: true, Length: > 0 and < LargestFile } info && info.LastWriteTimeUtc >= started),
    ];

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            // Another process's, gone since.
            return "";
        }
    }

    private string InFolder(string name) => Path.Combine(folder, name);
}
