using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Proof.Contracts;

/// <summary>
/// What of a contract only the stack's outputs say, such as the id that AWS gives to a key: <c>{OUTPUT.NAME}</c> stands for the value of
/// the output <c>OUTPUT</c> at <c>NAME</c>, and <c>{OUTPUT.NAME.KEY}</c> for one in a map that stands there.
/// </summary>
/// <param name="outputs">The stack's outputs; null where they are not known.</param>
internal sealed partial class OutputHoles(JsonObject? outputs)
{
    private readonly List<string> missing = [];

    /// <summary>What the outputs do not say, a line each, once the contract was filled.</summary>
    public IReadOnlyList<string> Missing => missing;

    /// <summary>Whether something in a text is left to the outputs.</summary>
    public static bool IsIn(string text) => Hole().IsMatch(text);

    /// <summary>
    /// The contract with what the outputs say. What they do not say is a sample of its kind in a task, and stays in a request.
    /// </summary>
    public AccessContract Fill(AccessContract contract) =>
        contract with { Principals = [.. contract.Principals.Select(Fill)] };

    private ContractPrincipal Fill(ContractPrincipal principal) => HasNone(principal) ? principal : principal with
    {
        May = [.. principal.May.Select(Fill)],
        MayNot = [.. principal.MayNot.Select(Fill)],
    };

    // Most contracts have none, and their principals stay those that were read.
    private static bool HasNone(ContractPrincipal principal) => !principal.May.Concat(principal.MayNot).SelectMany(Texts).Any(IsIn);

    private static IEnumerable<string> Texts(ContractEntry entry) => entry switch
    {
        TaskEntry task => task.Values.Values,
        RequestEntry request => request.Context.Values.Append(request.On),
        _ => [],
    };

    private ContractEntry Fill(ContractEntry entry) => entry switch
    {
        TaskEntry task => task with
        {
            Values = task.Values.ToDictionary(
                value => value.Key, value => Fill(value.Value, entry.Place) ?? task.Task.Parameters[value.Key].Kind.Sample),
        },
        RequestEntry request => request with
        {
            On = Fill(request.On, entry.Place) ?? request.On,
            Context = request.Context.ToDictionary(value => value.Key, value => Fill(value.Value, entry.Place) ?? value.Value),
        },
        _ => entry,
    };

    private string? Fill(string text, ContractPlace place)
    {
        var isKnown = true;
        var filled = Hole().Replace(text, hole =>
        {
            if (Value(outputs?[hole.Groups[1].Value] as JsonObject, hole.Groups[2].Value) is JsonValue value)
            {
                return value.ToString();
            }

            isKnown = false;
            missing.Add($"{place.Path}: {hole.Value}: "
                + (outputs is null ? "give the stack's outputs, which say what it is" : "the stack has no such output"));
            return "";
        });
        return isKnown ? filled : null;
    }

    // Names may have dots, and an entry may be a map in turn.
    private static JsonNode? Value(JsonObject? output, string name) =>
        output?[name] ?? (name.Split('.', 2) is [var entry, var rest] ? (output?[entry] as JsonObject)?[rest] : null);

    [GeneratedRegex(@"\{([A-Za-z]\w*)\.([^{}]+)\}")]
    private static partial Regex Hole();
}
