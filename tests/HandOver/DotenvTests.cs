using System.Text.Json.Nodes;
using SageMakerIam.Tests.Rehearsal;

namespace SageMakerIam.Tests.HandOver;

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

        var parsed = JsonNode.Parse(await Tool.RunAsync("node", ["-e", Parse], new Dictionary<string, string>(), stack.Output("dotenv")["dev"]!.ToString()))!;

        var role = $"arn:aws:iam::{stack.Account}:role/UNet";
        parsed.AsObject().ToDictionary(entry => entry.Key, entry => entry.Value!.ToString()).Should().Equal(new Dictionary<string, string>
        {
            ["AWS_ACCESS_KEY"] = stack.Output("deployerAccessKeyIds")["dev"]!.ToString(),
            ["AWS_SECRET_KEY"] = stack.Output("deployerSecretAccessKeys")["dev"]!.ToString(),
            ["AWS_REGION"] = "us-east-1",
            ["AWS_ARN_ROLE"] = role,
            ["SAGEMAKER_ROLE"] = role,
        });
    }
}
