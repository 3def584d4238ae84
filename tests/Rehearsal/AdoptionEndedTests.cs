using System.Collections.Concurrent;
using SageMakerIam.Tests.Rehearsal.Faults;

namespace SageMakerIam.Tests.Rehearsal;

/// <summary>What was adopted stays the stack's when <c>adopt</c> is taken away, and loses nothing on the way.</summary>
public sealed class AdoptionEndedTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>
{
    private const string Nothing = """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}""";

    [Fact]
    public async Task ManagedPolicy_GoesWhenTheNewOneIsAttached()
    {
        var calls = new ConcurrentQueue<string>();
        await using var proxy = await FaultyProxy.StartAsync(aws.Endpoint, (action, _) =>
        {
            calls.Enqueue(action);
            return null;
        });
        using var stack = new RehearsedStack(proxy.Endpoint);
        await stack.Aws.IamAsync("CreateUser", new { UserName = "ci" });
        await stack.Aws.IamAsync("CreatePolicy", new { PolicyName = "theirs", PolicyDocument = Nothing });
        var arn = $"arn:aws:iam::{stack.Account}:policy/theirs";
        await stack.Aws.IamAsync("AttachUserPolicy", new { UserName = "ci", PolicyArn = arn });
        await stack.UpAsync(Deployer(", adopt: { managed: theirs }"));
        calls.Clear();

        await stack.UpAsync(Deployer(""));

        calls.Where(call => call is "CreatePolicy" or "AttachUserPolicy" or "DetachUserPolicy" or "DeletePolicy" or "DeleteUser")
            .Should().ContainInOrder("CreatePolicy", "AttachUserPolicy", "DetachUserPolicy", "DeletePolicy").And.NotContain("DeleteUser");
        var attached = (await stack.Aws.IamAsync("ListAttachedUserPolicies", new { UserName = "ci" }))["AttachedPolicies"]!.AsArray();
        attached.Should().ContainSingle().Which!["PolicyName"]!.ToString().Should().StartWith("ci-policy-2-");
    }

    private static string Deployer(string adopt) =>
        $"deployers: {{ ci: {{ userName: ci, activities: [manageJobs, manageModels, manageEndpoints], resourcePrefixes: [ci-]{adopt} }} }}";
}
