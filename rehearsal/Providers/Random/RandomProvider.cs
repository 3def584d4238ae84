using System.Collections.Immutable;
using Rehearsal.Engine;

namespace Rehearsal.Providers.Random;

/// <summary>The provider of package <c>random</c>, which needs nothing but itself.</summary>
internal sealed class RandomProvider : IProvider
{
    /// <summary>The package.</summary>
    public const string Package = "random";

    private static readonly ImmutableDictionary<string, IRandomType> ByToken = new IRandomType[]
    {
        new RandomId(),
        RandomText.Password,
        RandomText.String,
        new RandomUuid(),
    }.ToImmutableDictionary(type => type.Token);

    /// <summary>The tokens of its types.</summary>
    public static IEnumerable<string> Types => ByToken.Keys;

    /// <inheritdoc/>
    public ResourceGoal Check(ResourceGoal goal, ResourceState? last, bool isReplacement = false)
    {
        var type = ByToken[goal.Type];
        var completed = type.Complete(goal, last);
        type.Check(completed.Inputs);
        return completed;
    }

    /// <inheritdoc/>
    public InputDiff Diff(ResourceState last, ResourceGoal goal) => ByToken[goal.Type].Diff(last.Goal.Inputs, goal);

    /// <inheritdoc/>
    public bool IsElsewhere(string type, IProvider other) => false;

    /// <inheritdoc/>
    public Task<MadeResource> CreateAsync(ResourceGoal goal, bool isPreview)
    {
        if (isPreview)
        {
            return Task.FromResult(new MadeResource("", goal.Inputs));
        }

        var created = ByToken[goal.Type].Create(goal.Inputs);
        return Task.FromResult(new MadeResource(created.Id, goal.Inputs.Merge(created.Outputs)));
    }

    /// <inheritdoc/>
    public Task<FoundResource?> ReadAsync(string type, string id) =>
        Task.FromResult<FoundResource?>(new FoundResource(ByToken[type].Defaults, PropertyMap.Empty));

    /// <inheritdoc/>
    public Task<ResourceState?> RefreshAsync(ResourceState last) => Task.FromResult<ResourceState?>(last);

    /// <inheritdoc/>
    public Task<MadeResource> UpdateAsync(ResourceState last, ResourceGoal goal, bool isPreview) =>
        throw new InvalidOperationException($"{goal.Type} is replaced, never updated in place.");

    /// <inheritdoc/>
    public Task DeleteAsync(ResourceState last) => Task.CompletedTask;

    /// <inheritdoc/>
    public IEnumerable<string> Nulls(ResourceState state) => ByToken[state.Goal.Type].NullsOf(state);

    /// <inheritdoc/>
    public Task<PropertyMap> InvokeAsync(string token, PropertyMap arguments) =>
        throw new InvalidOperationException($"{token} is no function of the package {Package}.");
}
