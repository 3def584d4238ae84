using System.Text.Json.Nodes;
using Rehearsal.Life;
using Rehearsal.StackFiles;
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
    [InlineData("{\"arn:aws:iam::1:oidc-provider/x\": null}", "is no identity provider: it has no ClientIDList.")]
    public async Task AFileWithoutPoliciesOfResources_IsOneMessage(string content, string message)
    {
        var file = Path.Combine(folder, "resources.json");
        await File.WriteAllTextAsync(file, content);
        var (exit, text) = await ProveAsync(_ => { }, "--resource-policies", file);
        exit.Should().Be(2, text);
        text.Should().Contain($"{file}: ").And.Contain(message).And.Contain("Write {\"ARN\": POLICY, …}");
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

    [Theory]
    [InlineData("", "! opening          policy of bucket example-churn-data lets in every account (not of the stack): s3:GetObject", 0)]
    [InlineData(
        "  sagemaker-iam:guardedBuckets:\n    example-churn-data: {}\n",
        "✗ opening          policy of bucket example-churn-data lets in every account: s3:GetObject", 1)]
    public async Task ThePolicyOfABucketThatTheStackDoesNotGuard_IsOthersToMend(string settings, string opening, int expected)
    {
        var file = Path.Combine(folder, "resources.json");
        await File.WriteAllTextAsync(
            file,
            """
            {"arn:aws:s3:::example-churn-data": {"Version": "2012-10-17", "Statement": {"Sid": "Open", "Effect": "Allow", "Principal": "*",
              "Action": "s3:GetObject", "Resource": "arn:aws:s3:::example-churn-data/public/*"} } }
            """);
        var (exit, text) = await ProveAsync(settings, _ => { }, "--resource-policies", file);
        exit.Should().Be(expected, text);
        text.Should().Contain(opening);
        text.Contains("in Open of policy of bucket", StringComparison.Ordinal).Should().Be(expected == 1, "only its own is mutated");
    }

    [Theory]
    [InlineData("arn:aws:kms:us-east-1:123456789012:key/k", "keyArns", false)]
    [InlineData("arn:aws:kms:us-east-1:123456789012:key/other", "keyArns", true)]
    [InlineData("arn:aws:ec2:us-east-1:123456789012:vpc-endpoint/vpce-0a1b2c3d", "endpointIds", false)]
    [InlineData("arn:aws:ec2:us-east-1:123456789012:vpc-endpoint/vpce-0a1b2c3e", "endpointIds", true)]
    [InlineData("arn:aws:secretsmanager:us-east-1:123456789012:secret:ml/token-a1B2c3", "managedSecrets", false)]
    [InlineData("arn:aws:secretsmanager:us-east-1:123456789012:secret:ml/other-a1B2c3", "managedSecrets", true)]
    [InlineData("arn:aws:ecr:us-east-1:123456789012:repository/images", "repositories", false)]
    [InlineData("arn:aws:ecr:us-east-1:123456789012:repository/images-2", "repositories", true)]
    [InlineData("arn:aws:s3:::audit", "trail", false)]
    [InlineData("arn:aws:s3:::audit-2", "trail", true)]
    [InlineData("arn:aws:iam::123456789012:oidc-provider/gitlab.com", "what the stack makes", false)]
    [InlineData("arn:aws:iam::123456789012:oidc-provider/gitlab.com/shared", "oidcProviderArn", true)]
    public async Task WhoseAResourceIs_TheOutputsAndTheFileSay(string arn, string by, bool isOthers)
    {
        var file = Path.Combine(folder, "Pulumi.live.yaml");
        await File.WriteAllTextAsync(
            file,
            """
            config:
              aws:region: us-east-1
              sagemaker-iam:managedSecrets: { ml/token: {} }
              sagemaker-iam:repositories: { images: {} }
              sagemaker-iam:trail: { name: all, bucket: audit }
              sagemaker-iam:deployers:
                ci: { assumedBy: { oidcProviderArn: 'arn:aws:iam::123456789012:oidc-provider/gitlab.com/shared' } }
            """);
        var outputs = JsonNode.Parse(
            """
            {"keyArns":{"data":"arn:aws:kms:us-east-1:123456789012:key/k"},"endpointIds":{"vpc-1":{"s3":"vpce-0a1b2c3d"}}}
            """)!.AsObject();
        OwnResources.OfOthers([arn], StackArgument.Read(file), outputs).Any().Should().Be(isOthers, by);
    }

    [Fact]
    public async Task TheAudiencesOfAProvider_AreProvenAsAllElse()
    {
        const string Provider = "arn:aws:iam::123456789012:oidc-provider/gitlab.com";
        var file = Path.Combine(folder, "resources.json");
        await File.WriteAllTextAsync(file, $$"""{"{{Provider}}": {"Url": "gitlab.com", "ClientIDList": ["https://gitlab.com", "all"]} }""");
        var (_, text) = await ProveAsync(
            details => details["RoleDetailList"]![0]!["AssumeRolePolicyDocument"]!["Statement"]!.AsArray().Add(JsonNode.Parse(
                $$"""
                {"Effect":"Allow","Principal":{"Federated":"{{Provider}}"},"Action":"sts:AssumeRoleWithWebIdentity",
                 "Condition":{"StringEquals":{"gitlab.com:aud":"https://gitlab.com",
                 "gitlab.com:sub":"project_path:acme/ml:ref_type:branch:ref:main"} } }
                """)),
            "--resource-policies",
            file);
        text.Should().Contain("taken away and not missed: Audience all, in its audiences of identity provider gitlab.com");
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

    private Task<(int Exit, string Text)> ProveAsync(Action<JsonObject> alter, params string[] options) =>
        ProveAsync("", alter, options);

    private async Task<(int Exit, string Text)> ProveAsync(string settings, Action<JsonObject> alter, params string[] options)
    {
        var details = SmallStack.Details();
        details["RoleDetailList"]!.AsArray().Add(JsonNode.Parse(Administrator));
        alter(details);
        await File.WriteAllTextAsync(Path.Combine(folder, "live.json"), details.ToJsonString());
        await File.WriteAllTextAsync(Path.Combine(folder, "live.yaml"), $"config:\n  aws:region: us-east-1\n{settings}");
        File.Copy(SmallStack.ContractFile, Path.Combine(folder, "live.access.yaml"));
        return await RehearseCommand.RunAsync(
        [
            "--prove", Path.Combine(folder, "live.yaml"), "--authorization-details-from", Path.Combine(folder, "live.json"), .. options,
        ]);
    }
}
