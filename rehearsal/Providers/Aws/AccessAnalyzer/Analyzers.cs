using System.Collections.Concurrent;
using System.Collections.Immutable;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws.AccessAnalyzer;

/// <summary>
/// The analyzers of an account with their archive rules, kept beside the emulator, which has no Access Analyzer. Nothing is analyzed: what
/// one would find is not known.
/// </summary>
internal sealed class Analyzers
{
    /// <summary>The service.</summary>
    public const string Service = "accessanalyzer";

    private readonly ConcurrentDictionary<(string Region, string Name), PropertyMap> analyzers = new();
    private readonly ConcurrentDictionary<(string Region, string Analyzer, string Rule), PropertyMap> rules = new();

    /// <summary>The ARNs of all analyzers.</summary>
    public ImmutableArray<string> Arns => [.. analyzers.Values.Select(analyzer => analyzer.Text("arn")!).Order(StringComparer.Ordinal)];

    /// <summary>Makes an analyzer.</summary>
    /// <param name="region">Its region.</param>
    /// <param name="analyzer">What it is; its <c>type</c> is what it looks for.</param>
    /// <exception cref="AwsException">AWS would refuse it.</exception>
    /// <remarks>
    /// IAM User Guide, "IAM Access Analyzer quotas": one of a type in a region; IAM Access Analyzer API Reference, "CreateAnalyzer",
    /// errors.
    /// </remarks>
    public void Add(string region, PropertyMap analyzer)
    {
        var key = (region, analyzer.Text("analyzerName")!);
        if (analyzers.ContainsKey(key))
        {
            throw Conflict(analyzer.Text("analyzerName")!);
        }

        if (analyzers.Any(other => other.Key.Region == region && other.Value.Text("type") == analyzer.Text("type")))
        {
            throw new AwsException("ServiceQuotaExceededException", "You have reached the maximum number of analyzers of this type.");
        }

        analyzers[key] = analyzer;
    }

    /// <summary>Gives an analyzer other tags.</summary>
    /// <exception cref="AwsException">There is no such analyzer.</exception>
    public void Tag(string region, string name, object tags) =>
        analyzers[(region, name)] = Find(region, name).With("tags", tags).With("tagsAll", tags);

    /// <summary>Makes an archive rule.</summary>
    /// <exception cref="AwsException">There is no such analyzer, or a rule of that name.</exception>
    /// <remarks>IAM Access Analyzer API Reference, "CreateArchiveRule", errors.</remarks>
    public void AddRule(string region, PropertyMap rule)
    {
        var (analyzer, name) = (rule.Text("analyzerName")!, rule.Text("ruleName")!);
        _ = Find(region, analyzer);
        if (!rules.TryAdd((region, analyzer, name), rule))
        {
            throw Conflict($"{analyzer}/{name}");
        }
    }

    /// <summary>Changes an archive rule.</summary>
    /// <exception cref="AwsException">There is no such rule.</exception>
    public void PutRule(string region, PropertyMap rule)
    {
        var (analyzer, name) = (rule.Text("analyzerName")!, rule.Text("ruleName")!);
        _ = FindRule(region, analyzer, name);
        rules[(region, analyzer, name)] = rule;
    }

    /// <summary>An analyzer.</summary>
    /// <exception cref="AwsException">There is none.</exception>
    public PropertyMap Find(string region, string name) =>
        analyzers.TryGetValue((region, name), out var analyzer) ? analyzer : throw NotFound(name);

    /// <summary>An archive rule.</summary>
    /// <exception cref="AwsException">There is none.</exception>
    public PropertyMap FindRule(string region, string analyzer, string name) =>
        rules.TryGetValue((region, analyzer, name), out var rule) ? rule : throw NotFound($"{analyzer}/{name}");

    /// <summary>Deletes an analyzer, its archive rules with it.</summary>
    public void Delete(string region, string name)
    {
        analyzers.TryRemove((region, name), out _);
        foreach (var rule in rules.Keys.Where(rule => (rule.Region, rule.Analyzer) == (region, name)))
        {
            rules.TryRemove(rule, out _);
        }
    }

    /// <summary>Deletes an archive rule.</summary>
    public void DeleteRule(string region, string analyzer, string name) => rules.TryRemove((region, analyzer, name), out _);

    private static AwsException Conflict(string name) => new("ConflictException", $"{name} exists already.");

    private static AwsException NotFound(string name) => new("ResourceNotFoundException", $"{name} does not exist.");
}
