using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws;

/// <summary>
/// Reads the settings of a provider of package <c>aws</c>: those of an explicit one, or the stack's <c>aws:*</c>
/// configuration. On the wire and in a stack file, what is not text is JSON text.
/// </summary>
internal static class AwsProviderSettings
{
    /// <summary>The account that a stack works in when it does not demand one.</summary>
    public const string DefaultAccount = "123456789012";

    /// <summary>The environment variables that name the region where the settings do not; the first that is not empty counts.</summary>
    /// <remarks>
    /// pulumi/pulumi-aws, <c>provider/config.go</c>; pulumi/pulumi-terraform-bridge, <c>pkg/tfbridge/schema.go</c>, multiEnvDefault.
    /// </remarks>
    public static readonly ImmutableArray<string> RegionVariables = ["AWS_REGION", "AWS_DEFAULT_REGION"];

    // The provider's own word for a region that is not public yet.
    private const string SkipRegionValidation = "skipRegionValidation";

    /// <summary>The account that the stack's configuration demands, or <see cref="DefaultAccount"/>.</summary>
    public static string HomeAccount(PropertyMap stackSettings) => AllowedAccounts(stackSettings).FirstOrDefault(DefaultAccount);

    /// <summary>Whether the stack's configuration says which account it stands in.</summary>
    public static bool SaysAccount(PropertyMap stackSettings) =>
        AllowedAccounts(stackSettings).Count > 0 || AssumedRoles(stackSettings).Any();

    /// <summary>Says where a provider works.</summary>
    /// <param name="settings">The provider's own settings.</param>
    /// <param name="homeAccount">The account of the credentials that the stack runs with.</param>
    /// <exception cref="EngineException">The provider may not work in its account.</exception>
    public static AwsTarget Target(PropertyMap settings, string homeAccount)
    {
        var account = homeAccount;
        foreach (var role in AssumedRoles(settings))
        {
            account = role.Split(':').ElementAtOrDefault(4) ?? account;
        }

        var allowed = AllowedAccounts(settings);
        if (allowed.Count > 0 && !allowed.Contains(account))
        {
            throw new EngineException($"AWS account ID not allowed: {account}; allowedAccountIds has {string.Join(", ", allowed)}");
        }

        var tags = Json(settings, "defaultTags")?["tags"] as JsonObject ?? [];
        return new AwsTarget(
            account,
            Region(settings) ?? throw new EngineException("the provider has no region: set aws:region, or region on the provider"),
            tags.ToImmutableSortedDictionary(tag => tag.Key, tag => tag.Value!.ToString(), StringComparer.Ordinal));
    }

    /// <summary>The region that a provider works in; null when it has none.</summary>
    /// <param name="settings">The provider's own settings.</param>
    public static string? Region(PropertyMap settings) =>
        settings.Text("region")
        ?? RegionVariables.Select(Environment.GetEnvironmentVariable).FirstOrDefault(region => !string.IsNullOrEmpty(region));

    /// <summary>What is wrong with the region of a provider; null for one that exists, or where the stack takes regions unseen.</summary>
    /// <param name="settings">The provider's own settings.</param>
    /// <param name="stackSettings">Those of the stack's default provider.</param>
    public static string? RegionFault(PropertyMap settings, PropertyMap stackSettings) =>
        settings.Flag(SkipRegionValidation) || stackSettings.Flag(SkipRegionValidation) || Region(settings) is not { } region
            ? null
            : AwsRegions.FaultOf(region);

    /// <summary>The ARNs of the roles that a provider assumes, one after the other.</summary>
    public static IEnumerable<string> AssumedRoles(PropertyMap settings) =>
        (Json(settings, "assumeRoles")?.AsArray() ?? []).Select(role => (string?)role?["roleArn"]).OfType<string>();

    private static List<string> AllowedAccounts(PropertyMap settings) =>
        [.. (Json(settings, "allowedAccountIds")?.AsArray() ?? []).Select(account => account!.ToString())];

    private static JsonNode? Json(PropertyMap settings, string name) => settings[name] switch
    {
        string text => JsonNode.Parse(text),
        var value => PropertyValue.ToJson(value),
    };
}
