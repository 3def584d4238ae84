using System.Collections.Immutable;

namespace Rehearsal.Engine;

/// <summary>References to the outputs of other stacks (Pulumi docs, iac/concepts/stacks, "Stack references").</summary>
internal static class StackReferences
{
    public const string Token = "pulumi:pulumi:StackReference";

    /// <summary>Reads a reference.</summary>
    /// <param name="context">The update that asks.</param>
    /// <param name="name">The other stack: <c>organization/project/stack</c>, or the name of a stack of the same project.</param>
    /// <exception cref="EngineException">No such stack was rehearsed.</exception>
    public static PropertyMap Read(UpdateContext context, string name)
    {
        var parts = name.Split('/');
        var key = parts.Length == 1 ? $"{context.Project}/{name}" : string.Join('/', parts[^2..]);
        if (!context.StackReferences.TryGetValue(key, out var outputs))
        {
            throw new EngineException($"unknown stack '{name}': it was not rehearsed before this one");
        }

        var secrets = outputs.Where(output => PropertyValue.ContainsSecret(output.Value))
            .Select(output => output.Key).Order(StringComparer.Ordinal).Select(key => (object?)key);
        return PropertyMap.Of(("name", name), ("outputs", outputs), ("secretOutputNames", secrets.ToImmutableArray()));
    }
}
