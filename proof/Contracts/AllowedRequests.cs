using System.IO.Enumeration;

namespace Proof.Contracts;

/// <summary>
/// What a principal may do by its contract. A request on "any" object, stream, log group or namespace under something stands for every one
/// there, and a listing under a prefix for every one under it.
/// </summary>
internal sealed class AllowedRequests(IEnumerable<AccessRequest> requests)
{
    private const string Encryption = "s3:x-amz-server-side-encryption";

    private static readonly string[] Anything = ["any-object", "any-stream", "any-group", "any-namespace"];

    private readonly ILookup<string, AccessRequest> patterns = requests.ToLookup(Kind, request => request with
    {
        On = Pattern(request.On),
        Context = request.Context.ToDictionary(
            entry => entry.Key, entry => entry.Key == "s3:prefix" ? $"{entry.Value}*" : Pattern(entry.Value)),
    });

    /// <summary>
    /// Whether a request is one of them, or one that is allowed with them, where no row says otherwise: who may put an object may ask S3 to
    /// encrypt it as well.
    /// </summary>
    public bool Cover(AccessRequest request) => Contains(request)
        || (request.Context.ContainsKey(Encryption)
            && Contains(request with { Context = request.Context.Where(entry => entry.Key != Encryption).ToDictionary() }));

    /// <summary>Whether a request is one of them.</summary>
    public bool Contains(AccessRequest request) => patterns[Kind(request)].Any(pattern =>
        Matches(pattern.On, request.On)
        && pattern.TellingKeys.All(entry => Matches(entry.Value, request.Context[entry.Key])));

    // Requests of one kind differ in values alone.
    private static string Kind(AccessRequest request) => string.Join(
        ' ', [request.By, request.Action, .. request.TellingKeys.Select(entry => entry.Key).Order(StringComparer.Ordinal)]);

    private static string Pattern(string text) => Anything.Aggregate(text, (on, any) => on.Replace(any, "*", StringComparison.Ordinal));

    // Nothing matches an empty text by itself, not even an asterisk.
    private static bool Matches(string pattern, string text) =>
        !pattern.Contains('*') ? pattern == text
        : text.Length == 0 ? pattern.Trim('*').Length == 0
        : FileSystemName.MatchesSimpleExpression(pattern, text, ignoreCase: false);
}
