using System.Collections.Immutable;

namespace Proof.Parameters.Kinds;

/// <summary>The subject of an OpenID Connect token, <c>repo:acme/churn:ref:refs/heads/main</c> say.</summary>
internal sealed class SubjectKind : ParameterKind
{
    public override string Word => "subject";

    public override string Expected => "the subject of a token, repo:acme/churn:ref:refs/heads/main say";

    public override ImmutableArray<Exchange> Exchanges { get; } =
    [
        new("subject")
        {
            Strangers = (value, _) => ["someone-elses", $"{value}-backup", $"someone-elses-{value}", null, .. Nearest.Of(value)],
        },
    ];
}
