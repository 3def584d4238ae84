using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Nodes;

namespace SageMakerIam.Tests.Rehearsal.Accounts;

/// <summary>The AWS CLI, with the credentials of one principal of an emulated AWS.</summary>
internal sealed class AwsCli
{
    private readonly ImmutableDictionary<string, string> environment;

    /// <summary>The CLI as nobody in particular: the emulator lets it assume any role.</summary>
    public AwsCli(Uri endpoint)
        : this(ImmutableDictionary.CreateRange(new Dictionary<string, string>
        {
            ["AWS_ENDPOINT_URL"] = endpoint.AbsoluteUri,
            // Version 1 reads the one, version 2 the other.
            ["AWS_DEFAULT_REGION"] = "us-east-1",
            ["AWS_REGION"] = "us-east-1",
            ["AWS_ACCESS_KEY_ID"] = "nobody",
            ["AWS_SECRET_ACCESS_KEY"] = "nobody",
            ["AWS_CONFIG_FILE"] = "/dev/null",
            ["AWS_SHARED_CREDENTIALS_FILE"] = "/dev/null",
        }))
    {
    }

    private AwsCli(ImmutableDictionary<string, string> environment) => this.environment = environment;

    /// <summary>The CLI with an access key.</summary>
    public AwsCli As(string accessKeyId, string secretAccessKey) =>
        new(environment.SetItem("AWS_ACCESS_KEY_ID", accessKeyId).SetItem("AWS_SECRET_ACCESS_KEY", secretAccessKey));

    /// <summary>The CLI with the credentials of a role that this one assumes.</summary>
    public async Task<AwsCli> AssumeAsync(string roleArn, params string[] more)
    {
        var credentials =
            (await CallAsync(["sts", "assume-role", "--role-arn", roleArn, "--role-session-name", "test", .. more]))["Credentials"]!;
        var role = As((string)credentials["AccessKeyId"]!, (string)credentials["SecretAccessKey"]!);
        return new AwsCli(role.environment.SetItem("AWS_SESSION_TOKEN", (string)credentials["SessionToken"]!));
    }

    /// <summary>Calls it, and answers what it prints.</summary>
    public async Task<JsonNode> CallAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("env", ["aws", .. arguments, "--output", "json"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        await LoadedAwsCli.AddToAsync(start);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? JsonNode.Parse(output)!
            : throw new InvalidOperationException($"aws {string.Join(' ', arguments)}: {await error}");
    }
}

/// <summary>A test that needs the AWS CLI on the PATH, and is skipped without it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactWithAwsCliAttribute : FactAttribute
{
    public FactWithAwsCliAttribute()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, "aws"))))
        {
            Skip = "The AWS CLI is not on the PATH: pip install awscli";
        }
    }
}
