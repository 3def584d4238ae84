using System.Collections.Immutable;

namespace Proof.Parameters.Kinds;

/// <summary>The name of a secret, or its ARN where it is in another account or region.</summary>
internal sealed class SecretKind : ParameterKind
{
    // The ARN of a secret ends in six characters of AWS's choice.
    private const string Appended = "-AbCdEf";

    public override string Word => "secret";

    public override string Expected => "the name of a secret, or its ARN";

    public override ImmutableArray<Exchange> Exchanges { get; } =
    [
        new("secret")
        {
            Strangers = (value, _) => IsArn(value)
                ? [$"{value[..(value.LastIndexOf(':') + 1)]}someone-elses{Appended}", .. Nearest.OfArn(value)]
                : [$"someone-elses-{value}", $"{value}-backup", .. Nearest.Of(value)],
        },
    ];

    public override string Fill(string value, Place place, string? part)
    {
        var arn = IsArn(value) ? value : $"{place.Arn("secretsmanager")}:secret:{value}{Appended}";
        return part == "region" ? arn.Split(':')[3] : arn;
    }

    public override ResourceUse? UseOf(AccessRequest request) => request.Action == "secretsmanager:GetSecretValue"
        ? new($"secret {request.On.Split(":secret:")[1][..^Appended.Length]}", "reads")
        : null;

    private static bool IsArn(string value) => value.StartsWith("arn:", StringComparison.Ordinal);
}
