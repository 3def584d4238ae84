using System.Text.Json.Nodes;
using SageMakerIam.Tests.Proof;

namespace SageMakerIam.Tests.Rehearsal;

/// <summary><c>./rehearse --prove</c> over a live account that has drifted: it names the drift, before all else.</summary>
[Collection(Judge.Proofs)]
public sealed class LiveProofTests : IDisposable
{
    private const string Administrator = """
        {"RoleName":"churn-admin","Arn":"arn:aws:iam::123456789012:role/churn-admin",
          "AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[
            {"Effect":"Allow","Principal":{"Service":"sagemaker.amazonaws.com"},"Action":"sts:AssumeRole"}]},
          "RolePolicyList":[{"PolicyName":"all","PolicyDocument":{"Version":"2012-10-17","Statement":[
            {"Effect":"Allow","Action":"*","Resource":"*"}]}}]}
        """;

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task AnAccountAsTheStackMadeIt_Holds_BesideAnAdministrator()
    {
        var (exit, text) = await ProveAsync(_ => { });
        exit.Should().Be(0, text);
        text.Should().Contain("! takeover         role/churn-admin, which is not of the stack, can take over");
    }

    [Fact]
    public async Task PassRoleToAnAdministratorBesideTheStack_IsNamed() => (await FirstFailureAsync(details =>
            details.Statement("PassExecutionRoles")["Resource"] = "arn:aws:iam::123456789012:role/churn-*"))
        .Should().StartWith("deployers.churn-ci can become role/churn-admin");

    [Fact]
    public async Task ATrustOfAnAdministrator_IsNamed() => (await FirstFailureAsync(details =>
            details["RoleDetailList"]!.AsArray()[^1]!["AssumeRolePolicyDocument"]!["Statement"]![0]!["Principal"] =
                new JsonObject { ["AWS"] = SmallStack.User }))
        .Should().StartWith("deployers.churn-ci can become role/churn-admin");

    [Fact]
    public async Task AShortenedPrefix_IsNamed() => (await FirstFailureAsync(details =>
            details.Statement("JobLogs")["Resource"]![1] =
                "arn:aws:logs:us-east-1:123456789012:log-group:/aws/sagemaker/TrainingJobs:log-stream:churn*"))
        .Should().StartWith("deployers.churn-ci may not do the same with another name");

    [Fact]
    public async Task AnInlinePolicyNamedTrust_IsNamed() => (await FirstFailureAsync(details =>
            details["RoleDetailList"]![0]!["RolePolicyList"]!.AsArray().Add(new JsonObject
            {
                ["PolicyName"] = "trust",
                ["PolicyDocument"] = JsonNode.Parse(
                    """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:*","Resource":"*"}]}"""),
            })))
        .Should().StartWith("executionRoles.churn-training can become");

    [Theory]
    [InlineData("[]", "it is no map of policies by ARNs.")]
    [InlineData("{", "no JSON:")]
    [InlineData("{\"churn-data\": null}", "'churn-data' is no ARN.")]
    [InlineData("{\"arn:aws:s3:::data\": {\"Policy\": {}}}", "what stands at arn:aws:s3:::data is no policy: it has no Statement.")]
    public async Task AFileWithoutPoliciesOfResources_IsOneMessage(string content, string message)
    {
        var file = Path.Combine(folder, "resources.json");
        await File.WriteAllTextAsync(file, content);
        var (exit, text) = await ProveAsync(_ => { }, "--resource-policies", file);
        exit.Should().Be(2, text);
        text.Should().Contain($"{file}: {message}").And.Contain("Write {\"ARN\": POLICY, …}");
    }

    [Fact]
    public async Task ThePolicyOfAResource_Counts()
    {
        var file = Path.Combine(folder, "resources.json");
        await File.WriteAllTextAsync(
            file,
            $$"""
            {"arn:aws:s3:::example-churn-data": {"Version": "2012-10-17", "Statement": {"Sid": "Closed", "Effect": "Deny", "Principal":
              {"AWS": "{{SmallStack.Role}}"}, "Action": "s3:*", "Resource": "arn:aws:s3:::example-churn-data/*"} } }
            """);
        var (exit, text) = await ProveAsync(_ => { }, "--resource-policies", file);
        exit.Should().Be(1, text);
        text.Should().Contain("denied by Closed of policy of bucket example-churn-data");
    }

    [Fact]
    public async Task TheOutputsOfTheStack_SayWhoIsWho()
    {
        var file = Path.Combine(folder, "outputs.json");
        await File.WriteAllTextAsync(file, """{"executionRoleArns":{"churn-training":"arn:aws:iam::123456789012:role/churn-admin"}}""");
        var (exit, text) = await ProveAsync(_ => { }, "--outputs-from", file);
        exit.Should().Be(1, text);
        text.Should().Contain("executionRoles.churn-training: escalation iam-001 is open");
    }

    [Theory]
    [InlineData("[]", "it is no map.")]
    [InlineData("{", "no JSON:")]
    public async Task AFileWithoutOutputs_IsOneMessage(string content, string message)
    {
        var file = Path.Combine(folder, "outputs.json");
        await File.WriteAllTextAsync(file, content);
        var (exit, text) = await ProveAsync(_ => { }, "--outputs-from", file);
        exit.Should().Be(2, text);
        text.Should().Contain($"{file}: {message}").And.Contain("Give what `pulumi stack output --json` printed.");
    }

    [Fact]
    public async Task WhatGoesWithALiveAccount_IsRefusedWithoutOne()
    {
        var (exit, text) = await RehearseCommand.RunAsync("--outputs-from", "outputs.json", "--resource-policies", "resources.json");
        exit.Should().Be(2);
        text.Should().Contain("--outputs-from goes with --prove").And.Contain("--resource-policies goes with --prove");
    }

    private async Task<string> FirstFailureAsync(Action<JsonObject> alter)
    {
        var (exit, text) = await ProveAsync(alter);
        exit.Should().Be(1, text);
        return text.Split("did not hold:")[1].TrimStart().TrimStart('✗', ' ');
    }

    private async Task<(int Exit, string Text)> ProveAsync(Action<JsonObject> alter, params string[] options)
    {
        var details = SmallStack.Details();
        details["RoleDetailList"]!.AsArray().Add(JsonNode.Parse(Administrator));
        alter(details);
        await File.WriteAllTextAsync(Path.Combine(folder, "live.json"), details.ToJsonString());
        await File.WriteAllTextAsync(Path.Combine(folder, "live.yaml"), "config:\n  aws:region: us-east-1\n");
        File.Copy(SmallStack.ContractFile, Path.Combine(folder, "live.access.yaml"));
        return await RehearseCommand.RunAsync(
        [
            "--prove", Path.Combine(folder, "live.yaml"), "--authorization-details-from", Path.Combine(folder, "live.json"), .. options,
        ]);
    }
}
