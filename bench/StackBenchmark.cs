using System.Collections.Immutable;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Pulumi;
using Pulumi.Aws.Iam;
using Pulumi.Testing;
using SageMakerIam.Policies;
using SageMakerIam.Policies.Activities;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Bench;

/// <summary>
/// One run of the program, from the text of its configuration to its outputs, beside a program that registers as many
/// bare resources.
/// </summary>
public class StackBenchmark
{
    private static readonly AwsAccount Account = new("aws", "us-east-1", "123456789012");

    private readonly string document = new PolicyDocument([.. MLActivities.Statements(MLActivity.ManageEndpoints, "team-", Account)]).ToJson();

    private string configuration = "";
    private int resources;

    /// <summary>How many execution roles, and how many deployers.</summary>
    [Params(200, 400, 1_000)]
    public int Entries { get; set; }

    [GlobalSetup]
    public async Task CountResourcesAsync()
    {
        configuration = Configuration(Entries);
        var counting = new Mocks();
        await Deployment.TestAsync(counting, new TestOptions { IsPreview = false }, Deploy);
        resources = counting.Resources;
    }

    [Benchmark(Baseline = true)]
    public Task BareResources() => Deployment.TestAsync(new Mocks(), new TestOptions { IsPreview = false }, () =>
    {
        for (var i = 0; i < resources; i += 6)
        {
            _ = new Role($"role-{i}", new RoleArgs { AssumeRolePolicy = document });
            _ = new RolePolicy($"role-policy-{i}", new RolePolicyArgs { Role = "role", Policy = document });
            _ = new User($"user-{i}", new UserArgs { Name = "user" });
            _ = new Policy($"policy-{i}", new PolicyArgs { PolicyDocument = document });
            _ = new UserPolicyAttachment($"attachment-{i}", new UserPolicyAttachmentArgs { User = "user", PolicyArn = "arn:aws:iam::aws:policy/p" });
            _ = new AccessKey($"access-key-{i}", new AccessKeyArgs { User = "user" });
        }
    });

    [Benchmark]
    public Task Stack() => Deployment.TestAsync(new Mocks(), new TestOptions { IsPreview = false }, Deploy);

    private IDictionary<string, object?> Deploy() =>
        StackProgram.Deploy(StackSettingsReader.Read("bench", JsonDocument.Parse(configuration).RootElement, Account), Account);

    private static string Configuration(int entries) => $$"""
        {
          "executionRoles": { {{Repeat(entries, i => $$"""
            "role-{{i}}": {
              "buckets": [ { "name": "bucket-{{i}}", "access": ["read", "write"], "prefix": "train/" } ],
              "repositories": ["repository-{{i}}"]
            }
            """)}} },
          "deployers": { {{Repeat(entries, i => $$"""
            "deployer-{{i}}": {
              "executionRoles": ["role-{{i}}"],
              "activities": ["manageJobs", "manageModels", "manageEndpoints"],
              "resourcePrefix": "team-{{i}}-",
              "buckets": [ { "name": "bucket-{{i}}", "access": ["read", "write"] } ],
              "repositories": { "push": ["repository-{{i}}"] }
            }
            """)}} }
        }
        """;

    private static string Repeat(int count, Func<int, string> entry) => string.Join(",", Enumerable.Range(0, count).Select(entry));

    private sealed class Mocks : IMocks
    {
        private int resources;

        public int Resources => resources;

        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
        {
            Interlocked.Increment(ref resources);
            return Task.FromResult<(string?, object)>((args.Name, args.Inputs.SetItem("arn", $"arn:aws:iam::123456789012:role/{args.Name}").SetItem("name", args.Name!).SetItem("createDate", "2026-11-21T00:00:00Z")));
        }

        public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(ImmutableDictionary<string, object>.Empty);
    }
}
