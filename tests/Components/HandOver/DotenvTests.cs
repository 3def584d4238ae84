using System.Text.Json.Nodes;
using SageMakerIam.Tests.Rehearsal;

namespace SageMakerIam.Tests.Components.HandOver;

public sealed class DotenvTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>, IDisposable
{
    private const string Parse = """
        const { parse } = require("dotenv");
        process.stdout.write(JSON.stringify(parse(require("fs").readFileSync(0))));
        """;

    private readonly RehearsedStack stack = new(aws);

    public void Dispose() => stack.Dispose();

    [Fact]
    public async Task Dotenv_LoadsInARealParser()
    {
        await stack.UpAsync("executionRoles: { unet: { roleName: UNet } }", "deployers: { dev: { executionRoles: [unet] } }");

        var parsed = JsonNode.Parse(
            await Tool.RunAsync("node", ["-e", Parse], new Dictionary<string, string>(), stack.Output("dotenv")["dev"]!.ToString()))!;

        var role = $"arn:aws:iam::{stack.Account}:role/UNet";
        parsed.AsObject().ToDictionary(entry => entry.Key, entry => entry.Value!.ToString()).Should().Equal(new Dictionary<string, string>
        {
            ["AWS_ACCESS_KEY_ID"] = stack.Output("deployerAccessKeyIds")["dev"]!.ToString(),
            ["AWS_SECRET_ACCESS_KEY"] = stack.Output("deployerSecretAccessKeys")["dev"]!.ToString(),
            ["AWS_DEFAULT_REGION"] = "us-east-1",
            ["AWS_ACCESS_KEY"] = stack.Output("deployerAccessKeyIds")["dev"]!.ToString(),
            ["AWS_SECRET_KEY"] = stack.Output("deployerSecretAccessKeys")["dev"]!.ToString(),
            ["AWS_REGION"] = "us-east-1",
            ["AWS_ARN_ROLE"] = role,
            ["SAGEMAKER_ROLE"] = role,
        });
    }

    [Theory]
    [InlineData("aws sts get-caller-identity --query Arn --output text")]
    [InlineData("python3 -c 'import boto3; print(boto3.client(\"sts\").get_caller_identity()[\"Arn\"])'")]
    public async Task Dotenv_SignsInTheAwsCliAndBoto3(string command)
    {
        await stack.UpAsync("deployers: { dev: { userName: dev } }");
        var environment = new Dictionary<string, string>
        {
            ["AWS_ENDPOINT_URL"] = stack.Endpoint.ToString(),
            ["AWS_CONFIG_FILE"] = "/dev/null",
            ["AWS_SHARED_CREDENTIALS_FILE"] = "/dev/null",
        };

        var arn = await Tool.RunAsync(
            "sh", ["-c", $"set -a; . /dev/stdin; {command}"], environment, stack.Output("dotenv")["dev"]!.ToString());

        arn.Trim().Should().Be($"arn:aws:iam::{stack.Account}:user/dev");
    }
}
