using System.Collections.Immutable;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws.Calls;
using Rehearsal.Providers.Aws.Iam;
using Wire;

namespace Rehearsal.Providers.Aws;

/// <summary>The provider of package <c>aws</c>, in one account and region of the emulated AWS.</summary>
internal sealed class AwsProvider : IProvider
{
    /// <summary>The package.</summary>
    public const string Package = "aws";

    private readonly EmulatedAws aws;
    private readonly AwsClient client;

    private AwsProvider(EmulatedAws aws, AwsTarget target) => (this.aws, client) = (aws, aws.ClientFor(target));

    /// <summary>Where it works.</summary>
    public AwsTarget Target => client.Target;

    /// <summary>The tokens of its types.</summary>
    public static IEnumerable<string> Types => ResourceTypes.All.Select(type => type.Token);

    /// <summary>The provider with its settings.</summary>
    /// <param name="aws">The emulated AWS.</param>
    /// <param name="homeAccount">The account of the credentials that the stack runs with.</param>
    /// <param name="settings">The provider's own settings.</param>
    /// <param name="stackSettings">Those of the stack's default provider.</param>
    /// <exception cref="EngineException">The region does not exist, or the provider may not work in its account.</exception>
    public static AwsProvider Configure(EmulatedAws aws, string homeAccount, PropertyMap settings, PropertyMap stackSettings) =>
        AwsProviderSettings.RegionFault(settings, stackSettings) is { } fault
            ? throw new EngineException($"invalid AWS Region: {fault}")
            : new AwsProvider(aws, AwsProviderSettings.Target(settings, homeAccount));

    /// <summary>Stands in for the roles that an explicit provider assumes to get into its account.</summary>
    /// <inheritdoc cref="Configure"/>
    public static async Task PrepareAsync(EmulatedAws aws, string homeAccount, PropertyMap settings)
    {
        foreach (var role in AwsProviderSettings.AssumedRoles(settings).Select(IamEntity.FromArn).OfType<IamEntity>())
        {
            await aws.StandInAsync(AwsProviderSettings.Target(settings, homeAccount), role).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public ResourceGoal Check(ResourceGoal goal, ResourceState? last, bool isReplacement = false)
    {
        var type = ResourceTypes.Find(goal.Type);
        var completed = type.Complete(goal, last);
        var named = type.Name(completed with { Inputs = WithDefaultTags(type, completed.Inputs) }, last, isReplacement);
        type.Check(named.Inputs);
        if (last is not null)
        {
            type.CheckChange(last.Goal.Inputs, named.Inputs);
        }

        return named;
    }

    /// <inheritdoc/>
    public InputDiff Diff(ResourceState last, ResourceGoal goal)
    {
        var type = ResourceTypes.Find(goal.Type);
        var (before, after) = Change(type, last, goal);
        return type.Diff(before, goal with { Inputs = after });
    }

    /// <inheritdoc/>
    public bool IsElsewhere(string type, IProvider other) =>
        other is AwsProvider { client.Target: var before }
        && (before.Account != client.Target.Account
            || (ResourceTypes.Find(type).IsRegional && before.Region != client.Target.Region));

    /// <inheritdoc/>
    public async Task<MadeResource> CreateAsync(ResourceGoal goal, bool isPreview)
    {
        if (isPreview)
        {
            return new MadeResource("", ResourceTypes.Find(goal.Type).Planned(goal.Inputs));
        }

        var type = ResourceTypes.Find(goal.Type);
        await StandInAsync(type, goal).ConfigureAwait(false);
        var created = await MakeAsync(type, goal.Inputs).ConfigureAwait(false);
        try
        {
            var outputs = await OutputsAsync(type, created.Id, goal.Inputs).ConfigureAwait(false);
            return new MadeResource(created.Id, type.Told(created.Id, outputs.Merge(created.Outputs), PropertyMap.Empty));
        }
        catch (AwsException unread)
        {
            throw new EngineException($"'{created.Id}' is created, and cannot be read back: {unread.Message}");
        }
    }

    /// <inheritdoc/>
    public async Task<FoundResource?> ReadAsync(string type, string id)
    {
        var known = ResourceTypes.Find(type);
        return await FindAsync(known, id, PropertyMap.Empty).ConfigureAwait(false) is { } found
            ? new FoundResource(known.Defaults.Merge(found.Only(known.Inputs)), known.Told(id, found, found))
            : null;
    }

    /// <inheritdoc/>
    public async Task<ResourceState?> RefreshAsync(ResourceState last)
    {
        var (type, inputs) = (ResourceTypes.Find(last.Goal.Type), last.Goal.Inputs);
        if (await FindAsync(type, last.Id, inputs).ConfigureAwait(false) is not { } found)
        {
            return null;
        }

        // A document that says the same stays as the program wrote it.
        foreach (var name in type.JsonInputs.Where(name => found.Has(name) && inputs.Has(name)))
        {
            found = type.AreSame(found.Text(name)!, inputs.Text(name)!) ? found.With(name, inputs[name]) : found;
        }

        // What the program left to AWS is AWS's to change.
        var taken = type.Removable.Where(name => !found.Has(name)).ToList();
        var kept = inputs.Only(inputs.Names.Except(taken));
        return last with
        {
            Goal = last.Goal with { Inputs = kept.Merge(found.Only(inputs.Names.Union(type.Removable))) },
            Outputs = type.Told(last.Id, last.Outputs.Only(last.Outputs.Names.Except(taken)).Merge(found), found),
        };
    }

    /// <inheritdoc/>
    public async Task<MadeResource> UpdateAsync(ResourceState last, ResourceGoal goal, bool isPreview)
    {
        var type = ResourceTypes.Find(goal.Type);
        var (before, after) = Change(type, last, goal);
        var kept = last.Outputs.Only(last.Outputs.Names.Except(type.Differences(before, after)));
        if (isPreview)
        {
            return new MadeResource(last.Id, kept.Merge(type.Planned(goal.Inputs)));
        }

        await StandInAsync(type, goal).ConfigureAwait(false);
        var id = await type.UpdateAsync(client, last.Id, before, after).ConfigureAwait(false);
        var outputs = kept.Merge(await OutputsAsync(type, id, goal.Inputs).ConfigureAwait(false));
        return new MadeResource(id, type.Told(id, outputs, last.Outputs));
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(ResourceState last)
    {
        var type = ResourceTypes.Find(last.Goal.Type);
        try
        {
            await type.DeleteAsync(client, last.Id, last.Outputs.Merge(last.Goal.Inputs)).ConfigureAwait(false);
        }
        catch (AwsException refused) when (refused.IsAnswered && type.Deleting(last.Id, refused) is { } words)
        {
            throw new ProviderException($"{words}: {refused.Message}");
        }
    }

    /// <inheritdoc/>
    public IEnumerable<string> Nulls(ResourceState state) => ResourceTypes.Find(state.Goal.Type).NullsOf(state);

    /// <inheritdoc/>
    public Task<PropertyMap> InvokeAsync(string token, PropertyMap arguments) =>
        AwsFunctions.CallAsync(token, client, aws.StandIns, arguments);

    /// <summary>
    /// What a resource has, and what it is to have: what is left out of the computed inputs keeps the value that it has, whoever gave it.
    /// </summary>
    /// <remarks>hashicorp/terraform-plugin-sdk, <c>helper/schema/schema.go</c>: what is optional, computed and unset is no diff.</remarks>
    private static (PropertyMap Before, PropertyMap After) Change(IResourceType type, ResourceState last, ResourceGoal goal)
    {
        var before = last.Outputs.Only(type.Computed).Merge(last.Goal.Inputs);
        return (before, before.Only(type.Computed).Merge(goal.Inputs));
    }

    /// <summary>Makes a resource; what AWS refuses is told as the provider tells it.</summary>
    private async Task<CreatedResource> MakeAsync(IResourceType type, PropertyMap inputs)
    {
        try
        {
            return await type.CreateAsync(client, inputs).ConfigureAwait(false);
        }
        catch (AwsException refused) when (refused.IsAnswered)
        {
            throw new ProviderException($"{type.Creating(inputs)}: {refused.Message}");
        }
    }

    /// <summary>The outputs of a resource; null when it does not exist.</summary>
    private Task<PropertyMap?> FindAsync(IResourceType type, string id, PropertyMap inputs) =>
        Absence.OrNullAsync(() => type.ReadAsync(client, id, inputs));

    private PropertyMap WithDefaultTags(IResourceType type, PropertyMap inputs)
    {
        var defaults = client.Target.DefaultTags;
        if (!type.Inputs.Contains("tags") || defaults.IsEmpty || inputs["tags"] is Unknown)
        {
            return inputs;
        }

        var own = inputs["tags"] as ImmutableDictionary<string, object?> ?? ImmutableDictionary<string, object?>.Empty;
        return inputs.With("tags", defaults.ToImmutableDictionary(tag => tag.Key, tag => (object?)tag.Value).SetItems(own));
    }

    /// <summary>Stands in for what the resource needs and no resource of the stack is.</summary>
    private async Task StandInAsync(IResourceType type, ResourceGoal goal)
    {
        if (type.NotShown is { } limit)
        {
            aws.StandIns.DoNotShow(limit);
        }

        foreach (var (input, entity) in type.Needs(goal.Inputs))
        {
            if (goal.PropertyDependencies.GetValueOrDefault(input, []).IsEmpty)
            {
                await aws.StandInAsync(client.Target, entity).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The inputs, overlaid with what AWS has made of them; documents stay as the program wrote them.</summary>
    private async Task<PropertyMap> OutputsAsync(IResourceType type, string id, PropertyMap inputs)
    {
        var read = await type.ReadAsync(client, id, inputs).ConfigureAwait(false)
            ?? throw new EngineException($"'{id}' does not exist, although AWS has just created it");
        foreach (var name in type.JsonInputs.Where(inputs.Has))
        {
            if (read.Text(name) is not { } stored || !type.AreSame(stored, inputs.Text(name)!))
            {
                throw new EngineException($"AWS holds another {name} than it was given");
            }

            read = read.With(name, inputs[name]);
        }

        return inputs.Merge(read);
    }
}
