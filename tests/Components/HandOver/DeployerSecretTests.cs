using System.Text.Json.Nodes;
using SageMakerIam.Tests.Rehearsal;

namespace SageMakerIam.Tests.Components.HandOver;

public sealed class DeployerSecretTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>, IDisposable
{
    private readonly RehearsedStack stack = new(aws);

    public void Dispose() => stack.Dispose();

    [Fact]
    public async Task Secret_HoldsTheNewKeyAfterARotation_UnderTheSameArn()
    {
        await UpAsync("generation: 1");
        var arn = stack.Output("deployerSecretArns")["dev"]!.ToString();
        (await ValueAsync(arn))["AWS_ACCESS_KEY_ID"]!.ToString().Should().Be(CurrentKey());

        await UpAsync("generation: 2, previous: active");

        stack.Output("deployerSecretArns")["dev"]!.ToString().Should().Be(arn);
        (await ValueAsync(arn))["AWS_ACCESS_KEY_ID"]!.ToString().Should().Be(CurrentKey());
    }

    [Fact]
    public async Task ResourcePolicy_NamesTheReaders()
    {
        await stack.UpAsync(
            "deployers: { dev: { secretsManager: "
            + $"{{ readers: ['arn:aws:iam::{stack.Account}:role/ci'], recoveryWindowInDays: 0 }} }} }}");

        var answer = await stack.Aws.SecretsManagerAsync(
            "GetResourcePolicy", new { SecretId = stack.Output("deployerSecretArns")["dev"]!.ToString() });

        var statement = JsonNode.Parse(answer["ResourcePolicy"]!.ToString())!["Statement"]!.AsArray().Should().ContainSingle().Which!;
        statement["Effect"]!.ToString().Should().Be("Allow");
        statement["Principal"]!["AWS"]!.ToString().Should().Be($"arn:aws:iam::{stack.Account}:role/ci");
    }

    private Task UpAsync(string keys) =>
        stack.UpAsync($"deployers: {{ dev: {{ accessKey: {{ {keys} }}, secretsManager: {{ recoveryWindowInDays: 7 }} }} }}");

    private string CurrentKey() => stack.Output("deployerAccessKeyIds")["dev"]!.ToString();

    private async Task<JsonNode> ValueAsync(string arn) =>
        JsonNode.Parse((await stack.Aws.SecretsManagerAsync("GetSecretValue", new { SecretId = arn }))["SecretString"]!.ToString())!;
}
