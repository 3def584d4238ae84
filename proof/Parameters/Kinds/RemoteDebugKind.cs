using System.Collections.Immutable;

namespace Proof.Parameters.Kinds;

/// <summary>Whether a training job may be debugged remotely, which it may not unless it is said.</summary>
internal sealed class RemoteDebugKind : ParameterKind
{
    public override string Word => "remoteDebug";

    public override string Expected => "true or false";

    public override string Sample => "false";

    public override string Pattern => "true|false";

    public override ImmutableArray<string> JsonTypes => ["string", "boolean"];

    public override ImmutableArray<Exchange> Exchanges { get; } = [new("remote debug") { Strangers = (_, _) => ["true"] }];
}
