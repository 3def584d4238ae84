using System.Collections.Immutable;
using Rehearsal.Engine;

namespace Rehearsal.Providers.Aws;

/// <summary>What the provider tells of a resource: the same properties for each of a type, whatever AWS has of them.</summary>
internal static class Telling
{
    /// <summary>What is known of a resource before it is made: its inputs, documents as the provider keeps them.</summary>
    public static PropertyMap Planned(this IResourceType type, PropertyMap inputs) => type.JsonInputs
        .Where(name => inputs.Text(name) is not null)
        .Aggregate(inputs, (told, name) => told.With(name, type.Kept(inputs.Text(name)!)));

    /// <summary>What is told of a resource that is there.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="id">Its id.</param>
    /// <param name="outputs">What is known of it.</param>
    /// <param name="before">What was known of it: without tags, it has none in its state rather than no one in a list.</param>
    public static PropertyMap Told(this IResourceType type, string id, PropertyMap outputs, PropertyMap before)
    {
        var empty = outputs["tags"] is ImmutableDictionary<string, object?> { IsEmpty: true } && !before.Has("tags");
        var told = type.Planned(empty ? outputs.With("tags", null).With("tagsAll", null) : outputs).With("id", id);
        return type.EmptyTexts.Where(name => !told.Has(name)).Aggregate(told, (map, name) => map.With(name, ""));
    }
}
