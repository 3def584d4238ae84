using System.Collections.Immutable;

namespace Proof.Parameters.Kinds;

/// <summary>A tag that something is made with: its key, an equals sign, its value.</summary>
internal sealed class TagKind : ParameterKind
{
    public override string Word => "tag";

    public override string Expected => "the key and the value of a tag, project=churn say";

    public override string Sample => "project=churn";

    public override string Pattern => $"[^=*?$]+={Plain}+";

    public override ImmutableArray<string> JsonTypes => ["string"];

    public override ImmutableArray<Exchange> Exchanges { get; } =
        [new("tag") { Strangers = (value, _) => [$"{Key(value)}=someone-elses", InAnotherCase(value), null] }];

    public override string Fill(string value, Place place, string? part) => part switch
    {
        "key" => Key(value),
        "value" => value[(Key(value).Length + 1)..],
        _ => value,
    };

    // To IAM, its condition key is the same.
    private static string? InAnotherCase(string tag) =>
        Nearest.OtherCase(Key(tag)) is { } key ? $"{key}{tag[Key(tag).Length..]}" : null;

    private static string Key(string tag) => tag[..tag.IndexOf('=', StringComparison.Ordinal)];
}
