namespace SageMakerIam.Settings.Declarations;

/// <summary>The map is of texts that may be secret: no fault shows one.</summary>
/// <param name="texts">The texts, in words that complete "a map of …".</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SecretTextsAttribute(string texts) : Attribute
{
    /// <summary>The texts, in words that complete "a map of …".</summary>
    public string Texts => texts;
}
