using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace SageMakerIam.Settings.Formats;

/// <summary>What a text of the configuration must look like.</summary>
internal abstract class Format
{
    /// <summary>
    /// The characters that stand for themselves in a policy, for a pattern's class: what IAM takes there, without what it takes for a
    /// wildcard or a variable (<c>*</c>, <c>?</c>, <c>$</c>), and without what cannot be seen.
    /// </summary>
    /// <remarks>IAM API Reference, PutRolePolicy, PolicyDocument: up to U+00FF.</remarks>
    protected const string PlainCharacters = @"\x20-\x23\x25-\x29\x2b-\x3e\x40-\x7e\xa1-\xac\xae-\xff";

    private Regex? whole;

    /// <summary>What is allowed, in words that complete "Expected …".</summary>
    public abstract string Allowed { get; }

    /// <summary>The pattern of the whole text, in what .NET and JSON Schema (ECMA-262) read alike.</summary>
    [StringSyntax(StringSyntaxAttribute.Regex)]
    public abstract string Pattern { get; }

    /// <summary>Whether the pattern holds of the whole text.</summary>
    public bool Matches(string text)
    {
        whole ??= new Regex(@"\A(?:" + Pattern + @")\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        return whole.IsMatch(text);
    }

    /// <summary>What is allowed at one place, in words that complete "Expected …".</summary>
    public virtual string AllowedAt(Place place) => Allowed;

    /// <summary>What a text that the pattern does not hold of gets wrong, a sentence; null where nothing is known of it.</summary>
    public virtual string? Lesson(string text) => null;

    /// <summary>
    /// What is wrong with a text that the pattern holds of, where no pattern can tell, a sentence; null where nothing is.
    /// </summary>
    public virtual string? Objection(string text, Place place) => null;
}
