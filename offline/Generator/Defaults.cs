namespace Offline.Generator;

/// <summary>What arguments are when they are not given, which no listing shows; a test holds it to the npm package.</summary>
internal static class Defaults
{
    /// <summary>What the constructor of arguments does.</summary>
    public static IEnumerable<string> Of(ApiType type) => type.FullName == "Pulumi.Aws.ProviderArgs"
        ?
        [
            $"Region = {Variable("AWS_REGION")} ?? {Variable("AWS_DEFAULT_REGION")};",
            "SkipCredentialsValidation = false;",
            "SkipRegionValidation = true;",
        ]
        : [];

    private static string Variable(string name) => $"global::System.Environment.GetEnvironmentVariable(\"{name}\")";
}
