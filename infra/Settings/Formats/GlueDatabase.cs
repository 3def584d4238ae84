namespace SageMakerIam.Settings.Formats;

/// <summary>The name of a database of AWS Glue.</summary>
/// <remarks>AWS Glue Developer Guide, "Working with databases"; Athena takes lower case, digits and underscores.</remarks>
internal sealed class GlueDatabase : Format
{
    /// <inheritdoc/>
    public override string Allowed =>
        "the name of a database of AWS Glue, such as 'sales': at most 255 lower-case letters, digits, '_' and '-'";

    /// <inheritdoc/>
    public override string Pattern => "[a-z0-9_-]{1,255}";
}
