using System.Collections.Immutable;

namespace Proof.Parameters.Kinds;

/// <summary>The version of the instance metadata service that a notebook instance asks for at least.</summary>
internal sealed class MetadataServiceKind : ParameterKind
{
    public override string Word => "metadataService";

    public override string Expected => "the version of the instance metadata service, 1 or 2";

    public override string Sample => "2";

    public override string Pattern => "[12]";

    public override ImmutableArray<string> JsonTypes => ["string", "integer"];

    public override (long Least, long Most)? Bounds => (1, 2);

    public override ImmutableArray<Exchange> Exchanges { get; } = [new("metadata service") { Strangers = (_, _) => ["1", null] }];
}
