using Rehearsal.Engine;
using Spectre.Console;

namespace Rehearsal.Output;

/// <summary>The resources of an update as a tree, parents above their children, as Pulumi shows them.</summary>
internal static class ResourceTree
{
    public static Tree Draw(IReadOnlyCollection<Step> steps)
    {
        var stack = steps.FirstOrDefault(step => step.Type == Urn.StackType);
        var tree = new Tree(stack is null ? "" : Label(stack)) { Guide = TreeGuide.Line };
        var known = steps.Select(step => step.Urn).ToHashSet();
        var children = steps
            .Where(step => step != stack)
            .ToLookup(step => known.Contains(step.Parent) && step.Parent != stack?.Urn ? step.Parent : "");
        AddChildren(tree, "", children);
        return tree;
    }

    /// <summary>Pulumi's sign for what is done with a resource, and the colour that it has there.</summary>
    public static (string Sign, string Colour) Sign(StepKind kind) => kind switch
    {
        StepKind.Create => ("+", "green"),
        StepKind.Update => ("~", "yellow"),
        StepKind.Replace => ("+-", "magenta"),
        StepKind.Import => ("=", "blue"),
        StepKind.Read => (">", "cyan"),
        StepKind.Delete => ("-", "red"),
        StepKind.Discard => ("<", "cyan"),
        _ => ("", "default"),
    };

    private static void AddChildren(IHasTreeNodes node, string parent, ILookup<string, Step> children)
    {
        var inOrder = children[parent].OrderBy(step => step.Type, StringComparer.Ordinal).ThenBy(step => step.Name, StringComparer.Ordinal);
        foreach (var step in inOrder)
        {
            AddChildren(node.AddNode(Label(step)), step.Urn, children);
        }
    }

    private static string Label(Step step)
    {
        var (sign, colour) = Sign(step.Kind);
        var label = $"{Markup.Escape(step.Type)} [bold]{Markup.Escape(step.Name)}[/]";
        var action = step.Kind == StepKind.Same ? "" : $" [{colour}]{step.Kind.ToString().ToLowerInvariant()}[/]";
        var why = step.ChangedInputs.IsEmpty ? "" : $" [dim]({Markup.Escape(string.Join(", ", step.ChangedInputs))})[/]";
        return (sign.Length == 0 ? "" : $"[{colour}]{sign}[/] ") + label + action + why;
    }
}
