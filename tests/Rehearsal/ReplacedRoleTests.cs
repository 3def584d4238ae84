using System.Collections.Concurrent;
using SageMakerIam.Tests.Rehearsal.Faults;

namespace SageMakerIam.Tests.Rehearsal;

/// <summary>What work runs as is there until what takes its place is.</summary>
public sealed class ReplacedRoleTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>
{
    private const string Deployers = "deployers: { ci: { executionRoles: [job], activities: [manageJobs], resourcePrefixes: [job-] } }";

    [Fact]
    public async Task Role_ThatIsRenamed_GoesWhenTheNewOneIsThereAndMayBePassed()
    {
        var calls = new ConcurrentQueue<string>();
        await using var proxy = await FaultyProxy.StartAsync(aws.Endpoint, (action, _) =>
        {
            calls.Enqueue(action);
            return null;
        });
        using var stack = new RehearsedStack(proxy.Endpoint);
        await stack.UpAsync(Roles("before"), Deployers);
        calls.Clear();

        await stack.UpAsync(Roles("after"), Deployers);

        // What the deployer passes stands in its managed policy: with the other permissions it would not fit inline.
        string[] changes = [.. calls.Where(call => call is "CreateRole" or "PutRolePolicy" or "CreatePolicyVersion" or "DeleteRole")];
        changes.Should().BeEquivalentTo("CreateRole", "PutRolePolicy", "CreatePolicyVersion", "DeleteRole");
        (changes[0], changes[^1]).Should().Be(("CreateRole", "DeleteRole"));
        stack.Output("executionRoleArns")["job"]!.ToString().Should().EndWith(":role/after");
    }

    private static string Roles(string name) =>
        $"executionRoles: {{ job: {{ roleName: {name}, buckets: [{{ name: example-data, access: [read] }}] }} }}";
}
