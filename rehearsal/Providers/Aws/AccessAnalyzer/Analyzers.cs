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

    /// <summary>Makes an analyzer, or changes one.</summary>
    /// <param name="region">Its region.</param>
    /// <param name="analyzer">What it is; its <c>type</c> is what it looks for.</param>
    /// <exception cref="AwsException">AWS would refuse it.</exception>
    /// <remarks>IAM User Guide, "IAM Access Analyzer quotas": one of a type in a region.</remarks>
    public void Put(string region, PropertyMap analyzer)
    {
        var key = (region, analyzer.Text("analyzerName")!);
        if (analyzers.Any(other => other.Key != key && other.Key.Region == region && other.Value.Text("type") == analyzer.Text("type")))
        {
            throw new AwsException("ServiceQuotaExceededException", "You have reached the maximum number of analyzers of this type.");
        }

        analyzers[key] = analyzer;
    }

    /// <summary>Makes an archive rule, or changes one.</summary>
    /// <exception cref="AwsException">There is no such analyzer.</exception>
    public void PutRule(string region, PropertyMap rule)
    {
        _ = Find(region, rule.Text("analyzerName")!);
        rules[(region, rule.Text("analyzerName")!, rule.Text("ruleName")!)] = rule;
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

    private static AwsException NotFound(string name) => new("ResourceNotFoundException", $"{name} does not exist.");
}
