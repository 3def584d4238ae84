using Pulumi;
using Pulumi.Aws.Iam;

namespace SageMakerIam.Tests.Programs;

/// <summary>Parents, dependencies, options and plain outputs.</summary>
internal static class Resources
{
    private const string TrustPolicy = """{"Version":"2012-10-17","Statement":[]}""";

    public static Dictionary<string, object?> Create()
    {
        var provider = new Pulumi.Aws.Provider("ireland", new() { Region = "eu-west-1", AllowedAccountIds = { "123456789012" } });
        var team = new Team("ml", new ComponentResourceOptions { Protect = true });
        var role = new Role(
            "training",
            new RoleArgs { AssumeRolePolicy = TrustPolicy, MaxSessionDuration = 3600, Tags = { ["team"] = "ml" } },
            new CustomResourceOptions
            {
                Provider = provider,
                DependsOn = { team },
                IgnoreChanges = { "tags" },
                DeleteBeforeReplace = true,
                RetainOnDelete = true,
                Aliases = { new Alias { Name = "old-training" } },
            });
        _ = new RolePolicy("training-policy", new RolePolicyArgs { Role = role.Id, Policy = "{}" });
        _ = new User("adopted", new UserArgs(), new CustomResourceOptions { ImportId = "adopted-by-hand" });
        var network = new StackReference("acme/network/dev");
        return new()
        {
            ["roleArn"] = role.Arn,
            ["teamUserArn"] = team.UserArn,
            ["sharedRoleArn"] = network.RequireOutput("roleArn"),
            ["byName"] = new Dictionary<string, object?> { ["training"] = role.Arn },
        };
    }
}
