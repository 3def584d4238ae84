using System.Collections.Concurrent;
using Pulumirpc;

namespace Rehearsal.Engine;

/// <summary>
/// The URNs that a resource may have had before: its own aliases, and those that follow from its parent's
/// (Pulumi docs, iac/concepts/resources/options/aliases).
/// </summary>
/// <param name="stack">The stack's name.</param>
/// <param name="project">The project's name.</param>
internal sealed class Aliases(string stack, string project)
{
    private readonly ConcurrentDictionary<string, List<string>> known = new();

    /// <summary>The former URNs of a resource.</summary>
    public IReadOnlyList<string> Of(RegisterResourceRequest request, string urn)
    {
        var former = new List<string>();
        foreach (var alias in request.Aliases)
        {
            if (alias.AliasCase == Alias.AliasOneofCase.Urn)
            {
                former.Add(alias.Urn);
                continue;
            }

            var spec = alias.Spec;
            var name = spec.Name is { Length: > 0 } ? spec.Name : request.Name;
            var type = spec.Type is { Length: > 0 } ? spec.Type : request.Type;
            var parent = spec.ParentCase switch
            {
                Alias.Types.Spec.ParentOneofCase.ParentUrn => spec.ParentUrn,
                Alias.Types.Spec.ParentOneofCase.NoParent => "",
                _ => request.Parent,
            };
            former.Add(Urn.Create(
                spec.Stack is { Length: > 0 } ? spec.Stack : stack,
                spec.Project is { Length: > 0 } ? spec.Project : project,
                parent,
                type,
                name));
            if (spec.ParentCase == Alias.Types.Spec.ParentOneofCase.None)
            {
                former.AddRange(UnderFormerParents(request.Parent, type, name));
            }
        }

        former.AddRange(UnderFormerParents(request.Parent, request.Type, request.Name));
        known[urn] = former;
        return former;
    }

    private IEnumerable<string> UnderFormerParents(string parent, string type, string name)
    {
        foreach (var formerParent in known.GetValueOrDefault(parent) ?? [])
        {
            // Children are named from their parent: the child of a renamed parent had another name, too.
            var parentName = Urn.Name(parent);
            var formerName = name.StartsWith(parentName, StringComparison.Ordinal)
                ? Urn.Name(formerParent) + name[parentName.Length..]
                : name;
            yield return Urn.Create(stack, project, formerParent, type, formerName);
        }
    }
}
