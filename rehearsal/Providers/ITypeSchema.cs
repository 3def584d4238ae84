using Rehearsal.Engine;

namespace Rehearsal.Providers;

/// <summary>What a type of resource takes, and when a resource of it is replaced.</summary>
internal interface ITypeSchema
{
    /// <summary>The type token, <c>aws:iam/role:Role</c>.</summary>
    string Token { get; }

    /// <summary>The inputs that are understood; any other is refused, so that none is silently ignored.</summary>
    IReadOnlySet<string> Inputs { get; }

    /// <summary>The inputs whose change replaces the resource.</summary>
    IReadOnlySet<string> ReplaceOn { get; }

    /// <summary>The inputs that are JSON documents, compared by their meaning.</summary>
    IReadOnlySet<string> JsonInputs => new HashSet<string>();

    /// <summary>The inputs that are sets: the order of their elements is no difference.</summary>
    IReadOnlySet<string> Sets => new HashSet<string>();

    /// <summary>
    /// The inputs that somebody may have given to a resource, or taken off it, without the stack's asking for any: a read leaves out what
    /// is not there, and what is there is nobody's default.
    /// </summary>
    IReadOnlySet<string> Removable => new HashSet<string>();

    /// <summary>
    /// The inputs, beside names, that the provider or AWS gives a value to where the program gives none: what a program leaves out keeps
    /// the value that it has.
    /// </summary>
    IReadOnlySet<string> Computed => new HashSet<string>();

    /// <summary>The outputs that are an empty text where AWS has nothing.</summary>
    IReadOnlySet<string> EmptyTexts => new HashSet<string>();

    /// <summary>The inputs that the provider takes and the rehearsal does not: each is null.</summary>
    IReadOnlySet<string> Unrehearsed => new HashSet<string>();

    /// <summary>The outputs that only such an input would give a value to: each is null, once the resource is there.</summary>
    IReadOnlySet<string> Unused => new HashSet<string>();

    /// <summary>The values of inputs that are left out.</summary>
    PropertyMap Defaults => PropertyMap.Empty;

    /// <summary>
    /// How long the physical name may be that is generated when the input <c>name</c> is left out; null for a type without one.
    /// </summary>
    int? GeneratedNameLength => null;

    /// <summary>Whether a replacement always deletes first, as the new resource would be the same thing.</summary>
    bool DeleteBeforeReplace => false;

    /// <summary>Whether two documents mean the same.</summary>
    bool AreSame(string left, string right) => JsonText.Ordered(left) == JsonText.Ordered(right);

    /// <summary>A document as the provider keeps and tells it.</summary>
    string Kept(string document) => JsonText.Ordered(document);

    /// <summary>Checks the inputs, in a preview as well, for what is refused when the resource is made.</summary>
    /// <exception cref="ProviderException">The inputs would be refused.</exception>
    void Check(PropertyMap inputs)
    {
    }

    /// <summary>Checks a change, in a preview as well, for what is refused of a resource that is there.</summary>
    /// <param name="before">The inputs that it has.</param>
    /// <param name="after">Those that it is to have.</param>
    /// <exception cref="ProviderException">The change would be refused.</exception>
    void CheckChange(PropertyMap before, PropertyMap after)
    {
    }
}
