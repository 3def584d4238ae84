using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Proof.Parameters;

/// <summary>What a parameter of a task holds. Each kind is a file in <c>Kinds/</c>, and known by standing there.</summary>
public abstract class ParameterKind
{
    /// <summary>
    /// A character of what one thing is called, for a pattern: no wildcard or variable of policies, and none that cannot be seen.
    /// </summary>
    protected const string Plain = @"[^*?$\x00-\x1f\x7f-\xa0\xad\u200b-\u200f\u2028-\u202f\u2060\ufeff]";

    /// <summary>Its word in the files of the tasks: <c>path</c>.</summary>
    public abstract string Word { get; }

    /// <summary>What may stand there, in words that complete "It is …".</summary>
    public abstract string Expected { get; }

    /// <summary>A value of it. Default: <c>sample</c>.</summary>
    public virtual string Sample => "sample";

    /// <summary>A regular expression of all that may stand there. Default: any text without wildcards.</summary>
    public virtual string Pattern => $"{Plain}+";

    /// <summary>Whether several may stand there, which fill a hole with commas between them. Default: no.</summary>
    public virtual bool IsList => false;

    /// <summary>What no two values of a list have in common. Default: the value.</summary>
    public virtual string OnceInAList(string value) => value;

    /// <summary>
    /// The types of JSON that an editor may take a value for, since not all of them stand in quotes. Default: <c>string</c>, <c>number</c>
    /// and <c>boolean</c>.
    /// </summary>
    public virtual ImmutableArray<string> JsonTypes => ["string", "number", "boolean"];

    /// <summary>The least and the most of a value that is a number to an editor. Default: no bounds.</summary>
    public virtual (long Least, long Most)? Bounds => null;

    /// <summary>What "do the same with another" may exchange in it. Default: nothing.</summary>
    public virtual ImmutableArray<Exchange> Exchanges => [];

    /// <summary>Whether a value may stand there; whether a role that it names exists is another question.</summary>
    public bool Accepts(string value) => Regex.IsMatch(value, $"^(?:{Pattern})$");

    /// <summary>Whether a value is the name of a role of the contract. Default: no.</summary>
    public virtual bool NamesRole(string value) => false;

    /// <summary>What fills a hole of a request; null where the value does not say it. Default: the value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="place">The stack's place.</param>
    /// <param name="part">What of it the hole asks for, <c>bucket</c> in <c>{read:bucket}</c>; null for the whole.</param>
    public virtual string? Fill(string value, Place place, string? part) => value;

    /// <summary>What a request does with something of this kind, for the picture of a proof; null where that is nothing to show.</summary>
    public virtual ResourceUse? UseOf(AccessRequest request) => null;
}
