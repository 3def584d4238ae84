using System.Collections.Immutable;

namespace Proof.Parameters.Kinds;

/// <summary>
/// The subject of an OpenID Connect token, <c>repo:acme/churn:ref:refs/heads/main</c> say; every one that begins so where it ends in
/// <c>*</c>.
/// </summary>
internal sealed class SubjectKind : ParameterKind
{
    public override string Word => "subject";

    public override string Expected =>
        "the subject of a token, repo:acme/churn:ref:refs/heads/main say; with * at its end, every one that begins so";

    public override string Pattern => $@"{Plain}+\*?";

    public override ImmutableArray<Exchange> Exchanges { get; } =
    [
        new("subject")
        {
            Strangers = (value, _) => ["someone-elses", $"someone-elses-{value}", null, .. Others(value)],
        },
    ];

    public override string Fill(string value, Place place, string? part) => value.EndsWith('*') ? $"{value[..^1]}any" : value;

    private static IEnumerable<string> Others(string value) => value.EndsWith('*')
        ? Nearest.OfBeginning(value, value.Length - 1)
        : Nearest.Of(value).Append($"{value}-backup");
}
