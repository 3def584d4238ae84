using Pulumi.Aws.Iam;

namespace SageMakerIam.Tests.Programs;

/// <summary>Hands on what a user says, whether or not it was made.</summary>
internal static class Unmade
{
    public static Dictionary<string, object?> Create()
    {
        var user = new User("unmade", new UserArgs { Path = "/teams/" });
        return new() { ["arn"] = user.Arn, ["path"] = user.Path.Apply(path => $"path {path}"), ["id"] = user.Id.Apply(id => $"id {id}") };
    }
}
