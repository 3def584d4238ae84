using Rehearsal.Engine;
using Spectre.Console;
using static Proof.Report.StyledText;

namespace Rehearsal.Output;

/// <summary>The resources of an update as a tree, parents above their children, as Pulumi shows them.</summary>
internal static class ResourceTree
{
    public static Tree Draw(IReadOnlyCollection<Step> steps)
    {
        var stack = steps.FirstOrDefault(step => step.Type == Urn.StackType);
        var tree = new Tree(stack is null ? new Paragraph() : Label(stack)) { Guide = TreeGuide.Line };
        var known = steps.Select(step => step.Urn).ToHashSet();
        var children = steps
            .Where(step => step != stack)
            .ToLookup(step => known.Contains(step.Parent) && step.Parent != stack?.Urn ? step.Parent : "");
        AddChildren(tree, "", children);
        return tree;
    }

    /// <summary>Pulumi's sign for what is done with a resource, and the colour that it has there.</summary>
    public static (string Sign, Color Colour) Sign(StepKind kind) => kind switch
    {
        StepKind.Create => ("+", Color.Green),
        StepKind.Update => ("~", Color.Yellow),
        StepKind.Replace => ("+-", Color.Fuchsia),
        StepKind.Import => ("=", Color.Blue),
        StepKind.Read => (">", Color.Aqua),
        StepKind.Delete => ("-", Color.Red),
        StepKind.Discard => ("<", Color.Aqua),
        _ => ("", Color.Default),
    };

    private static void AddChildren(IHasTreeNodes node, string parent, ILookup<string, Step> children)
    {
        var inOrder = children[parent].OrderBy(step => step.Type, StringComparer.Ordinal).ThenBy(step => step.Name, StringComparer.Ordinal);
        foreach (var step in inOrder)
        {
            AddChildren(node.AddNode(Label(step)), step.Urn, children);
        }
    }

    private static Paragraph Label(Step step)
    {
        var (sign, colour) = Sign(step.Kind);
        return Line(
            sign.Length == 0 ? "" : In(colour, $"{sign} "),
            $"{step.Type} ",
            Bold(step.Name),
            step.Kind == StepKind.Same ? "" : In(colour, $" {step.Kind.ToString().ToLowerInvariant()}"),
            step.ChangedInputs.IsEmpty ? "" : Dim($" ({string.Join(", ", step.ChangedInputs)})"));
    }
}
