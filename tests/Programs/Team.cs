using Pulumi;
using Pulumi.Aws.Iam;

namespace SageMakerIam.Tests.Programs;

/// <summary>A component with a user and a policy of that user's.</summary>
internal sealed class Team : ComponentResource
{
    public Team(string name, ComponentResourceOptions? options = null)
        : base("wire:index:Team", name, options)
    {
        var user = new User($"{name}-user", new UserArgs { Name = name }, new CustomResourceOptions { Parent = this });
        _ = new UserPolicy(
            $"{name}-policy",
            new UserPolicyArgs { User = user.Name, Policy = user.Arn.Apply(arn => $$"""{"Resource":"{{arn}}"}""") },
            new CustomResourceOptions { Parent = this });
        UserArn = user.Arn;
        RegisterOutputs(new Dictionary<string, object?> { ["userArn"] = UserArn });
    }

    public Output<string> UserArn { get; }
}
