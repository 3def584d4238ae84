using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Rehearsal.Engine;

namespace SageMakerIam.Tests.Recordings;

/// <summary>An event of a step.</summary>
/// <param name="Phase">How far it is: begins, ends or fails.</param>
/// <param name="Op">What is done, in Pulumi's words.</param>
/// <param name="Type">The resource's type token.</param>
/// <param name="Name">The resource's name.</param>
/// <param name="Why">The inputs that differ, those that replace, and the kind of each change.</param>
internal sealed partial record RecordedEvent(string Phase, string Op, string Type, string Name, string Why)
{
    /// <summary>Whether it is of a provider that the engine makes by itself.</summary>
    public bool IsOfDefaultProvider => Type.StartsWith("pulumi:providers:", StringComparison.Ordinal)
        && Name.StartsWith("default", StringComparison.Ordinal);

    /// <summary>Reads one of a recording.</summary>
    public static RecordedEvent Of(JsonNode? node)
    {
        IEnumerable<string> Texts(string list) => (node[list] as JsonArray ?? []).Select(text => (string)text!);
        var kinds = (node!["detailedDiff"] as JsonObject ?? []).Select(kind => $"{kind.Key}: {kind.Value}");
        var why = Words(Texts("diffs"), Texts("keys"), kinds);
        return new((string)node["step"]!, (string)node["op"]!, (string)node["type"]!, (string)node["name"]!, why);
    }

    /// <summary>Reads one of the rehearsal's engine.</summary>
    public static RecordedEvent Of(StepEvent step) => new(
        step.Phase.ToString().ToLowerInvariant(),
        OpOf(step.Kind),
        Urn.Type(step.Urn),
        Urn.Name(step.Urn),
        Words(step.Changed, step.Replaces, step.Kinds.Select(kind => $"{kind.Key}: {kind.Value}")));

    /// <summary>What is done, as Pulumi writes it: <c>create-replacement</c>.</summary>
    public static string OpOf(StepKind kind) => InnerCapital().Replace(kind.ToString(), "-$0").ToLowerInvariant();

    /// <inheritdoc/>
    public override string ToString() => $"{Phase} {Op} {Type} {Name} {Why}";

    private static string Words(IEnumerable<string> diffs, IEnumerable<string> keys, IEnumerable<string> kinds) =>
        $"diffs [{string.Join(", ", diffs)}], keys [{string.Join(", ", keys)}], "
        + $"detailedDiff [{string.Join(", ", kinds.Order(StringComparer.Ordinal))}]";

    [GeneratedRegex("(?<=.)[A-Z]")]
    private static partial Regex InnerCapital();
}
