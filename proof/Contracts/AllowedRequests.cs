using System.IO.Enumeration;

namespace Proof.Contracts;

/// <summary>
/// What a principal may do by its contract. A request on "any" object, stream or log group under something stands for every one there.
/// </summary>
internal sealed class AllowedRequests(IEnumerable<AccessRequest> requests)
{
    private static readonly string[] Anything = ["any-object", "any-stream", "any-group"];

    private readonly ILookup<string, string> resources = requests.ToLookup(
        WithoutResource, request => Anything.Aggregate(request.On, (on, any) => on.Replace(any, "*", StringComparison.Ordinal)));

    /// <summary>Whether a request is one of them.</summary>
    public bool Contains(AccessRequest request) =>
        resources[WithoutResource(request)].Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, request.On, ignoreCase: false));

    private static string WithoutResource(AccessRequest request) => (request with { On = "" }).Identity;
}
