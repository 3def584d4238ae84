namespace Offline.Generator;

/// <summary>What a resource asks to be kept secret of its own accord; a test holds it to the npm package.</summary>
internal static class SecretOutputs
{
    // No listing shows which outputs a provider makes up as secrets.
    private static readonly Dictionary<string, string[]> MadeUp = new()
    {
        ["Pulumi.Aws.Iam.AccessKey"] = ["secret", "sesSmtpPasswordV4"],
        ["Pulumi.Random.RandomPassword"] = ["bcryptHash", "result"],
    };

    /// <summary>The names on the wire of those outputs: what is made up, and what gives back an argument that is secret.</summary>
    public static IEnumerable<string> Of(ApiType type, ApiType args) => MadeUp.TryGetValue(type.FullName, out var madeUp)
        ? madeUp
        : from secret in args.Properties
          where secret.Mark is null && ArgsWriter.IsSecret(secret)
          from output in type.Properties
          where output.Name == secret.Name
          select output.WireName;
}
