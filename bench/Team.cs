using Pulumi.Aws.Iam;
using SageMakerIam.Iam;
using SageMakerIam.Policies.Activities;
using SageMakerIam.Settings;

namespace SageMakerIam.Bench;

/// <summary>What is measured: a team of execution roles and deployers, and as many bare resources of the same kinds and sizes.</summary>
internal static class Team
{
    public static AwsAccount Account { get; } = new("aws", "us-east-1", "123456789012");

    /// <summary>Registers resources that nobody computes anything for.</summary>
    public static void RegisterBare(int resources)
    {
        var document = new PolicyDocument([.. new ManageEndpoints().Statements(new ActivityScope(Account, ["team-"]))]).ToJson();
        for (var i = 0; i < resources; i += 6)
        {
            _ = new Role($"role-{i}", new RoleArgs { AssumeRolePolicy = document });
            _ = new RolePolicy($"role-policy-{i}", new RolePolicyArgs { Role = "role", Policy = document });
            _ = new User($"user-{i}", new UserArgs { Name = "user" });
            _ = new Policy($"policy-{i}", new PolicyArgs { PolicyDocument = document });
            _ = new UserPolicyAttachment(
                $"attachment-{i}", new UserPolicyAttachmentArgs { User = "user", PolicyArn = "arn:aws:iam::aws:policy/p" });
            _ = new AccessKey($"access-key-{i}", new AccessKeyArgs { User = "user" });
        }
    }

    /// <summary>The configuration of so many execution roles, and of as many deployers, as JSON.</summary>
    public static string Configuration(int entries) =>
        $$"""{ "executionRoles": {{ExecutionRoles(entries)}}, "deployers": {{Deployers(entries)}} }""";

    public static string ExecutionRoles(int entries) => Map(entries, i => $$"""
        "role-{{i}}": {
          "buckets": [ { "name": "bucket-{{i}}", "access": ["read", "write"], "prefix": "train/" } ],
          "repositories": ["repository-{{i}}"]
        }
        """);

    public static string Deployers(int entries) => Map(entries, i => $$"""
        "deployer-{{i}}": {
          "executionRoles": ["role-{{i}}"],
          "activities": ["manageJobs", "manageModels", "manageEndpoints"],
          "resourcePrefixes": ["team-{{i}}-"],
          "buckets": [ { "name": "bucket-{{i}}", "access": ["read", "write"] } ],
          "repositories": { "push": ["repository-{{i}}"] }
        }
        """);

    private static string Map(int count, Func<int, string> entry) => $"{{ {string.Join(",", Enumerable.Range(0, count).Select(entry))} }}";
}
