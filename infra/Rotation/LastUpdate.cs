using System.Collections.Immutable;
using Pulumi;
using SageMakerIam.Iam;
using SageMakerIam.Settings;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Rotation;

/// <summary>
/// What the last update left of the deployers that are users. The stack reads its own outputs: they say what a step
/// begins from before anything is registered, in a preview as well. An update that fails half-way leaves the outputs
/// of the one before, whose step is then taken again.
/// </summary>
/// <remarks>Pulumi docs, iac/concepts/stacks, "Stack references".</remarks>
internal sealed class LastUpdate
{
    /// <summary>The output that the generations of the access keys are kept in.</summary>
    public const string GenerationsOutput = "deployerAccessKeyGenerations";

    private readonly ImmutableDictionary<string, object> generations;
    private readonly ImmutableDictionary<string, object> arns;

    private LastUpdate(object? generations, object? arns)
    {
        this.generations = generations as ImmutableDictionary<string, object> ?? ImmutableDictionary<string, object>.Empty;
        this.arns = arns as ImmutableDictionary<string, object> ?? ImmutableDictionary<string, object>.Empty;
    }

    /// <summary>Reads the stack's own outputs; there are none before its first update.</summary>
    public static async Task<LastUpdate> ReadAsync()
    {
        var deployment = Deployment.Instance;
        var stack = new StackReference($"{deployment.OrganizationName}/{deployment.ProjectName}/{deployment.StackName}");
        return new LastUpdate(
            (await stack.GetOutputDetailsAsync(GenerationsOutput)).Value,
            (await stack.GetOutputDetailsAsync("deployerArns")).Value);
    }

    /// <summary>The generations as the value of the output.</summary>
    public static object ToOutput(AccessKeyGenerations keys) => ImmutableDictionary.CreateRange(new Dictionary<string, object>
    {
        ["generation"] = keys.Current,
        ["previous"] = Vocabulary.Word(keys.Previous),
    });

    /// <summary>The generations of a deployer's access keys; null if it had none.</summary>
    public AccessKeyGenerations? Generations(string deployer) =>
        generations.GetValueOrDefault(deployer) is ImmutableDictionary<string, object> keys
        && keys.GetValueOrDefault("generation") is double generation
        && keys.GetValueOrDefault("previous") is string word
        && Vocabulary.Meaning<PreviousAccessKey>(word) is { } previous
            ? new AccessKeyGenerations((int)generation, previous)
            : null;

    /// <summary>The name of a deployer's user; null if it had none.</summary>
    public string? UserName(string deployer) =>
        arns.GetValueOrDefault(deployer) is string text && Arn.Parse(text) is { } arn ? arn.Resource.Split('/')[^1] : null;
}
