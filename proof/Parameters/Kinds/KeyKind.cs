using System.Collections.Immutable;

namespace Proof.Parameters.Kinds;

/// <summary>The ARN of a KMS key.</summary>
internal sealed class KeyKind : ParameterKind
{
    public override string Word => "key";

    public override string Expected => "the ARN of a KMS key, or {OUTPUT.NAME} where the stack makes it";

    public override string Sample => "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    public override string Pattern => $@"arn:{Plain}*|\{{[A-Za-z]\w*\.[^{{}}]+\}}";

    public override ImmutableArray<string> JsonTypes => ["string"];

    public override ImmutableArray<Exchange> Exchanges { get; } =
    [
        new("key")
        {
            Strangers = (value, _) =>
                [$"{value[..(value.LastIndexOf('/') + 1)]}00000000-0000-0000-0000-000000000000", .. Nearest.OfArn(value), null],
            Keys = ["-aws-kms-key-id", "KmsKey", "KmsKeyArn"],
        },
    ];

    public override ResourceUse? UseOf(AccessRequest request) =>
        request.Action == "kms:Decrypt" ? new($"KMS key {request.LastOfResource[..8]}…", "uses") : null;
}
