using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pulumi;
using SageMakerIam.Policies;

namespace SageMakerIam.Settings.Reading;

/// <summary>The stack's configuration, as Pulumi hands it over. All else in settings knows nothing of Pulumi.</summary>
/// <param name="Region">The region.</param>
/// <param name="Values">The keys of this project, each with its value.</param>
public sealed record StackConfiguration(string Region, JsonElement Values)
{
    private static readonly ImmutableArray<string> RegionVariables = ["AWS_REGION", "AWS_DEFAULT_REGION"];

    /// <summary>Reads it, and checks all that can be checked before AWS is asked for the account: a typo needs no credentials.</summary>
    /// <exception cref="InvalidSettingsException">It has faults.</exception>
    public static StackConfiguration Read()
    {
        var values = ReadValues();
        var region = ReadRegion();
        var faults = StackSettingsReader.Faults(values, AwsAccount.In(region ?? "")).ToList();
        if (region is null)
        {
            faults.Insert(0, new Fault(
                "aws:region",
                $"missing, and {string.Join(" and ", RegionVariables)} are not set",
                "Name the region: pulumi config set aws:region us-east-1"));
        }

        return faults.Count == 0 ? new(region!, values) : throw new InvalidSettingsException(Deployment.Instance.StackName, [.. faults]);
    }

    /// <summary>The region as the provider takes it: the configuration's, else that of the first variable that has one.</summary>
    /// <remarks>
    /// pulumi/pulumi-aws, <c>provider/config.go</c>; pulumi/pulumi-terraform-bridge, <c>pkg/tfbridge/schema.go</c>, multiEnvDefault.
    /// </remarks>
    private static string? ReadRegion() =>
        new Config("aws").Get("region")
        ?? RegionVariables.Select(Environment.GetEnvironmentVariable).FirstOrDefault(region => !string.IsNullOrEmpty(region));

    private static JsonElement ReadValues()
    {
        var config = new Config();
        var values = new JsonObject();
        foreach (var key in Keys($"{Deployment.Instance.ProjectName}:"))
        {
            values[key] = Parse(config.Require(key));
        }

        return JsonSerializer.SerializeToElement(values);
    }

    // Pulumi.Config cannot list its keys, and a misspelt key must not pass unseen: the SDK itself reads them from here.
    private static IEnumerable<string> Keys(string project)
    {
        var configuration = Environment.GetEnvironmentVariable("PULUMI_CONFIG") ?? "{}";
        return JsonSerializer.Deserialize<ImmutableSortedDictionary<string, string>>(configuration)!.Keys
            .Where(key => key.StartsWith(project, StringComparison.Ordinal))
            .Select(key => key[project.Length..]);
    }

    private static JsonNode? Parse(string value)
    {
        try
        {
            return JsonNode.Parse(value);
        }
        catch (JsonException)
        {
            // A plain text, where a map should stand: to be reported with the other faults.
            return JsonValue.Create(value);
        }
    }
}
