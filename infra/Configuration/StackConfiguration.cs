using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pulumi;
using SageMakerIam.Iam;
using SageMakerIam.Settings;
using SageMakerIam.Settings.Formats;
using SageMakerIam.Settings.Reading;
using SageMakerIam.Settings.Reading.Kinds;

namespace SageMakerIam.Configuration;

/// <summary>The stack's configuration, as Pulumi hands it over. The settings that are read from it know nothing of Pulumi.</summary>
/// <param name="Region">The region.</param>
/// <param name="Values">The keys of this project, each with its value.</param>
internal sealed record StackConfiguration(string Region, JsonElement Values)
{
    // The one map whose values go into nothing but secrets.
    private static readonly string MayBeSecret =
        SettingsType.Of(typeof(StackSettings)).Settings.Single(setting => setting.Kind is SecretTextsKind).Key;

    private static readonly ImmutableArray<string> RegionVariables = ["AWS_REGION", "AWS_DEFAULT_REGION"];

    /// <summary>Reads it, and checks all that can be checked before AWS is asked for the account: a typo needs no credentials.</summary>
    /// <exception cref="InvalidSettingsException">It has faults.</exception>
    public static StackConfiguration Read()
    {
        // A fault shows what it finds: what is secret is not read.
        if (SecretFaults().ToImmutableArray() is { IsEmpty: false } secrets)
        {
            throw new InvalidSettingsException(Deployment.Instance.StackName, secrets);
        }

        var all = ReadAll();
        var project = Deployment.Instance.ProjectName;
        var faults = new List<Fault>();
        var region = ReadRegion(all, faults);
        faults.AddRange(ProviderConfiguration.Faults(all));
        faults.AddRange(Namespaces.Faults(all, new Dictionary<string, IReadOnlyCollection<string>>
        {
            [project] = StackSettingsReader.Keys,
            [ProviderConfiguration.Namespace] = [.. ProviderConfiguration.Keys.Keys],
        }));
        var values = OfNamespace(all, project);
        faults.AddRange(StackSettingsReader.Faults(values, AwsAccount.In(region ?? "")));
        return faults.Count == 0 ? new(region!, values) : throw new InvalidSettingsException(Deployment.Instance.StackName, [.. faults]);
    }

    /// <summary>A setting of the AWS provider, secret where the configuration says so; null where there is none.</summary>
    public static Input<string>? OfProvider(string key) => new Config("aws").Get(key) is not { } value
        ? null
        : SecretKeys().Contains($"aws:{key}") ? Output.CreateSecret(value) : value;

    /// <summary>
    /// The keys with a secret value that would come out in clear. Pulumi says of a whole key that it is secret, not of the value in it
    /// that was set with <c>--path --secret</c>.
    /// </summary>
    /// <remarks>pulumi/pulumi, <c>sdk/go/common/resource/config/map.go</c>, SecureKeys.</remarks>
    private static IEnumerable<Fault> SecretFaults()
    {
        var project = $"{Deployment.Instance.ProjectName}:";
        return SecretKeys()
            .Select(key => key.StartsWith(project, StringComparison.Ordinal) ? key[project.Length..] : key)
            .Where(key => key == "aws:region" || (!key.Contains(':', StringComparison.Ordinal) && key != MayBeSecret))
            .Select(key => new Fault(
                key,
                "it is secret, or has a secret value in it",
                "What it says goes into names, policies and Pulumi's state, in clear: set it again with --plaintext in place of --secret"
                + (key == "passRoleGrants" ? $". An external id can be secret: under the grant's name in {MayBeSecret}" : "")));
    }

    private static ImmutableSortedSet<string> SecretKeys() => JsonSerializer.Deserialize<ImmutableSortedSet<string>>(
        Environment.GetEnvironmentVariable("PULUMI_CONFIG_SECRET_KEYS") ?? "[]")!;

    /// <summary>The region as the provider takes it: the configuration's, else that of the first variable that has one.</summary>
    /// <remarks>
    /// pulumi/pulumi-aws, <c>provider/config.go</c>; pulumi/pulumi-terraform-bridge, <c>pkg/tfbridge/schema.go</c>, multiEnvDefault.
    /// </remarks>
    internal static string? ReadRegion(JsonElement all, ICollection<Fault> faults)
    {
        var places = all.EnumerateObject()
            .Where(property => property.Name.StartsWith($"{ProviderConfiguration.Namespace}:", StringComparison.Ordinal))
            .ToDictionary(property => property.Name, property => property.Value);
        foreach (var variable in RegionVariables)
        {
            if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value)
            {
                places[variable] = JsonSerializer.SerializeToElement(value);
            }
        }

        var reading = new SettingsReading(JsonSerializer.SerializeToElement(places), AwsAccount.In(""));
        if (RegionVariables.Prepend("aws:region").Select(reading.Root.Key).FirstOrDefault(place => place is not null) is not { } region)
        {
            faults.Add(new Fault(
                "aws:region",
                $"missing, and {string.Join(" and ", RegionVariables)} are not set",
                "Name the region: pulumi config set aws:region us-east-1",
                FaultAbout.MissingKey));
            return null;
        }

        // The provider's own word for a region that is not public yet.
        Format format = reading.Root.Key("aws:skipRegionValidation")?.Boolean() == true ? new UncheckedRegion() : new KnownRegion();
        var name = (string?)new TextKind(format, typeof(string)).Read(region);
        foreach (var fault in reading.Faults)
        {
            faults.Add(fault);
        }

        return name;
    }

    /// <summary>Everything that is configured, each value by its <c>namespace:key</c>: text, or JSON text for anything else.</summary>
    // Pulumi.Config cannot list its keys, and a misspelt key must not pass unseen: the SDK itself reads them from here.
    internal static ImmutableSortedDictionary<string, string> ReadTexts() =>
        JsonSerializer.Deserialize<ImmutableSortedDictionary<string, string>>(Environment.GetEnvironmentVariable("PULUMI_CONFIG") ?? "{}")!;

    private static JsonElement ReadAll() =>
        JsonSerializer.SerializeToElement(ReadTexts().ToDictionary(value => value.Key, value => Parse(value.Value)));

    private static JsonElement OfNamespace(JsonElement all, string name)
    {
        var own = all.EnumerateObject().Where(property => property.Name.StartsWith($"{name}:", StringComparison.Ordinal));
        return JsonSerializer.SerializeToElement(
            own.ToDictionary(property => property.Name[(name.Length + 1)..], property => property.Value));
    }

    /// <summary>A configured value from its text.</summary>
    internal static JsonNode? Parse(string value)
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
