using SageMakerIam.Settings.Formats;

namespace SageMakerIam.Settings.Declarations;

/// <summary>What a text, each text of a list, or each key of a map must look like.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal abstract class FormatAttribute : Attribute
{
    /// <summary>The format.</summary>
    public abstract Format Format { get; }
}

/// <inheritdoc cref="FormatAttribute"/>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class FormatAttribute<T> : FormatAttribute
    where T : Format, new()
{
    // One a format, since its pattern is read once.
    private static readonly T One = new();

    /// <inheritdoc/>
    public override Format Format => One;
}
