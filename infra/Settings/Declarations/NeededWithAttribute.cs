namespace SageMakerIam.Settings.Declarations;

/// <summary>The setting must be there where another one is that is not empty.</summary>
/// <param name="other">The other property of the same record: a list.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NeededWithAttribute(string other) : Attribute
{
    /// <summary>The other property.</summary>
    public string Other => other;
}
