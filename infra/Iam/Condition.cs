using System.Collections.Immutable;
using System.Globalization;

namespace SageMakerIam.Iam;

/// <summary>One condition of a statement.</summary>
/// <param name="Operator">The condition operator, <c>StringEquals</c> say.</param>
/// <param name="Key">The condition key, <c>iam:PassedToService</c> say.</param>
/// <param name="Values">The values; the condition holds when any of them matches, a negated one when none does.</param>
/// <remarks>IAM User Guide, "IAM JSON policy elements: Condition".</remarks>
internal sealed record Condition(string Operator, string Key, ImmutableArray<string> Values)
{
    /// <summary>The key's value is one of these, to the letter. An absent key does not match.</summary>
    public static Condition StringEquals(string key, params IEnumerable<string> values) => new("StringEquals", key, [.. values]);

    /// <summary>The key's value matches one of these, where <c>*</c> and <c>?</c> are wildcards. An absent key does not match.</summary>
    public static Condition StringLike(string key, params IEnumerable<string> values) => new("StringLike", key, [.. values]);

    /// <summary>The key's value is one of these ARNs. An absent key does not match.</summary>
    public static Condition ArnEquals(string key, params IEnumerable<string> values) => new("ArnEquals", key, [.. values]);

    /// <summary>
    /// The key's value matches one of these ARNs, where <c>*</c> and <c>?</c> are wildcards. An absent key does not match.
    /// </summary>
    public static Condition ArnLike(string key, params IEnumerable<string> values) => new("ArnLike", key, [.. values]);

    /// <summary>
    /// The key's value matches one of these ARNs, where <c>*</c> and <c>?</c> are wildcards, or the request has no such key.
    /// </summary>
    public static Condition ArnLikeIfExists(string key, params IEnumerable<string> values) => new("ArnLikeIfExists", key, [.. values]);

    /// <summary>
    /// Each value of the key matches one of these, where <c>*</c> and <c>?</c> are wildcards. An absent key has no values.
    /// </summary>
    public static Condition EachLike(string key, params IEnumerable<string> values) => new("ForAllValues:StringLike", key, [.. values]);

    /// <summary>Each value of the key matches one of these ARNs. An absent key has no values.</summary>
    public static Condition EachArnLike(string key, params IEnumerable<string> values) => new("ForAllValues:ArnLike", key, [.. values]);

    /// <summary>The key's value is an address in one of these ranges. An absent key does not match.</summary>
    public static Condition IpAddress(string key, params IEnumerable<string> ranges) => new("IpAddress", key, [.. ranges]);

    /// <summary>The request has no such key.</summary>
    public static Condition Absent(string key) => new("Null", key, ["true"]);

    /// <summary>The key's value is true. An absent key does not match.</summary>
    public static Condition True(string key) => new("Bool", key, ["true"]);

    /// <summary>The request has such a key.</summary>
    public static Condition Present(string key) => new("Null", key, ["false"]);

    /// <summary>The key's value is none of these. An absent key matches.</summary>
    public static Condition StringNotEquals(string key, params IEnumerable<string> values) => new("StringNotEquals", key, [.. values]);

    /// <summary>The key's value is none of these ARNs. An absent key matches.</summary>
    public static Condition ArnNotEquals(string key, params IEnumerable<string> values) => new("ArnNotEquals", key, [.. values]);

    /// <summary>One at least of the key's values is one of these. An absent key does not match.</summary>
    public static Condition AnyEquals(string key, params IEnumerable<string> values) => new("ForAnyValue:StringEquals", key, [.. values]);

    /// <summary>One at least of the key's values is one of these, in any case. An absent key does not match.</summary>
    public static Condition AnyEqualsInAnyCase(string key, params IEnumerable<string> values) =>
        new("ForAnyValue:StringEqualsIgnoreCase", key, [.. values]);

    /// <summary>None of the key's values is one of these, to the letter. An absent key matches.</summary>
    public static Condition NoneEquals(string key, params IEnumerable<string> values) =>
        new("ForAllValues:StringNotEquals", key, [.. values]);

    /// <summary>One at least of the key's values is none of these. An absent key does not match.</summary>
    public static Condition AnyNotEquals(string key, params IEnumerable<string> values) =>
        new("ForAnyValue:StringNotEquals", key, [.. values]);

    /// <summary>
    /// One at least of the key's values matches none of these, where <c>*</c> and <c>?</c> are wildcards. An absent key does not match.
    /// </summary>
    public static Condition AnyNotLike(string key, params IEnumerable<string> values) => new("ForAnyValue:StringNotLike", key, [.. values]);

    /// <summary>
    /// The key's value matches none of these ARNs, where <c>*</c> and <c>?</c> are wildcards. An absent key matches.
    /// </summary>
    public static Condition ArnNotLike(string key, params IEnumerable<string> values) => new("ArnNotLike", key, [.. values]);

    /// <summary>The key's value is false. An absent key does not match.</summary>
    public static Condition False(string key) => new("Bool", key, ["false"]);

    /// <summary>The key's value is a number below this one. An absent key does not match.</summary>
    public static Condition LessThan(string key, string value) => new("NumericLessThan", key, [value]);

    /// <summary>The key's value is not true. An absent key matches.</summary>
    public static Condition NotTrue(string key) => new("BoolIfExists", key, ["false"]);

    /// <summary>The key's value is a greater number. An absent key matches.</summary>
    public static Condition GreaterThan(string key, int value) =>
        new("NumericGreaterThanIfExists", key, [value.ToString(CultureInfo.InvariantCulture)]);
}
