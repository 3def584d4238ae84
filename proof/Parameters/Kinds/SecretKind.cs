using System.Collections.Immutable;

namespace Proof.Parameters.Kinds;

/// <summary>The name of a secret.</summary>
internal sealed class SecretKind : ParameterKind
{
    public override string Word => "secret";

    public override string Expected => "the name of a secret";

    public override ImmutableArray<Exchange> Exchanges { get; } =
        [new("secret") { Strangers = (value, _) => [$"someone-elses-{value}", $"{value}-backup", .. Nearest.Of(value)] }];

    // The ARN of a secret ends in six characters of AWS's choice, which a task writes as -AbCdEf.
    public override ResourceUse? UseOf(AccessRequest request) => request.Action == "secretsmanager:GetSecretValue"
        ? new($"secret {request.On.Split(":secret:")[1].Replace("-AbCdEf", "", StringComparison.Ordinal)}", "reads")
        : null;
}
