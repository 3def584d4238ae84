namespace SageMakerIam.Settings.Formats;

/// <summary>The ARN of a KMS key; an alias will not do, since IAM checks a key by its own ARN.</summary>
/// <remarks>AWS KMS Developer Guide, "Key identifiers".</remarks>
internal sealed class KmsKeyArn : RegionalArnFormat
{
    /// <inheritdoc/>
    public override string Allowed => "the ARN of a key, 'arn:aws:kms:REGION:ACCOUNT:key/ID'";

    /// <inheritdoc/>
    public override string Pattern => $"{AnyPartition}:kms:{Region}:{Account}:key/[A-Za-z0-9-]+";
}
