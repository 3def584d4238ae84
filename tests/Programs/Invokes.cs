using Pulumi;
using Pulumi.Aws;

namespace SageMakerIam.Tests.Programs;

/// <summary>Functions of a provider.</summary>
internal static class Invokes
{
    public static async Task<IDictionary<string, object?>> Create()
    {
        var user = new Pulumi.Aws.Iam.User("deployer");
        return new Dictionary<string, object?>
        {
            ["account"] = GetCallerIdentity.Invoke().Apply(identity => identity.AccountId),
            ["accountAtOnce"] = (await GetCallerIdentity.InvokeAsync()).AccountId,
            ["ofSecret"] = GetCallerIdentity.Invoke(new() { Id = Output.CreateSecret("hidden") }).Apply(identity => identity.Arn),
            ["ofResource"] = GetCallerIdentity.Invoke(new() { Id = user.Arn }).Apply(identity => identity.UserId),
        };
    }

    public static Dictionary<string, object?> Refused() => new()
    {
        ["account"] = GetCallerIdentity.Invoke(new() { Id = "refused" }).Apply(identity => identity.AccountId),
    };
}
