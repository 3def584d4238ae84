namespace Proof.Tasks;

/// <summary>
/// A request of a task, with holes for the task's parameters: <c>caller s3:GetObject {read:object}</c>. The condition keys of the request
/// follow as <c>key=value</c>; with <c>when={hole}</c> it is asked only with a parameter, with <c>unless={hole}</c> only without. A leading
/// <c>!</c> marks a request that does harm by itself: "may not read" then means that each request so marked is denied.
/// </summary>
public sealed record RequestTemplate
{
    private const string When = "when";
    private const string Unless = "unless";

    private readonly string by;
    private readonly string action;
    private readonly string on;
    private readonly IReadOnlyList<KeyValuePair<string, string>> context;
    private readonly string? when;
    private readonly string? unless;
    private readonly HashSet<string> mentioned;

    /// <summary>Reads a line of a task's requests.</summary>
    public RequestTemplate(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var words = Holes.Split(line);
        HarmfulAlone = words[0] == "!";
        (by, action, on) = HarmfulAlone ? (words[1], words[2], words[3]) : (words[0], words[1], words[2]);
        var entries = words.Skip(HarmfulAlone ? 4 : 3).Select(word => word.Split('=', 2))
            .Select(entry => KeyValuePair.Create(entry[0], entry[1])).ToList();
        when = entries.FirstOrDefault(entry => entry.Key == When).Value;
        unless = entries.FirstOrDefault(entry => entry.Key == Unless).Value;
        context = [.. entries.Where(entry => entry.Key is not (When or Unless))];
        mentioned = Holes.Mentioned(line);
    }

    /// <summary>Whether the request does harm by itself, without the other requests of the task.</summary>
    public bool HarmfulAlone { get; }

    /// <summary>Whether who does the task asks this action by it.</summary>
    internal bool Asks(string asked) => by == "caller" && action == asked;

    /// <summary>Whether a parameter of this name, or what stands for literals of this word, fills one of its holes.</summary>
    internal bool Mentions(string word) => mentioned.Contains(word);

    /// <summary>The request with its holes filled; null if a hole in its resource stays empty.</summary>
    internal AccessRequest? Fill(Holes holes)
    {
        if ((when is not null && holes.Fill(when) is null)
            || (unless is not null && holes.Fill(unless) is not null)
            || holes.Fill(by) is not { } caller
            || holes.Fill(action) is not { } filledAction
            || holes.Fill(on) is not { } resource)
        {
            return null;
        }

        var filled = context.Select(entry => (Key: holes.Fill(entry.Key), Value: holes.Fill(entry.Value)))
            .Where(entry => entry is { Key: not null, Value: not null });
        return new AccessRequest(caller, filledAction, resource, filled.ToDictionary(entry => entry.Key!, entry => entry.Value!));
    }
}
