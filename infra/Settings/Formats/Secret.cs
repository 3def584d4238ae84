namespace SageMakerIam.Settings.Formats;

/// <summary>A secret in Secrets Manager: its name, or the ARN of one in another account or region.</summary>
/// <remarks>AWS Secrets Manager API Reference, CreateSecret; AWS appends six random characters to the name in an ARN.</remarks>
internal sealed class Secret : RegionalArnFormat
{
    private const string Name = "[A-Za-z0-9/_+=.@-]{1,512}";

    /// <inheritdoc/>
    public override string Allowed =>
        "the name of a secret, 1 to 512 letters, digits and any of /_+=.@-, "
        + "or an ARN 'arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME-AbCdEf'";

    /// <inheritdoc/>
    public override string Pattern => $"{Name}|{AnyPartition}:secretsmanager:{Region}:{Account}:secret:{Name}-[A-Za-z0-9]{{6}}";
}
