using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pulumi;

namespace SageMakerIam.Settings.Reading;

/// <summary>Takes the stack's configuration from Pulumi. All else in settings knows nothing of Pulumi.</summary>
public static class StackConfiguration
{
    /// <summary>The region, from <c>aws:region</c> or the environment variable <c>AWS_REGION</c>, as the provider takes it.</summary>
    /// <exception cref="InvalidSettingsException">Neither names one.</exception>
    public static string Region() =>
        new Config("aws").Get("region")
        ?? Environment.GetEnvironmentVariable("AWS_REGION")
        ?? throw new InvalidSettingsException(Deployment.Instance.StackName, [new Fault("aws:region", "missing", "Name the region: pulumi config set aws:region us-east-1")]);

    /// <summary>The keys of this project, each with its value.</summary>
    public static JsonElement Read()
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
