namespace SageMakerIam.Settings.Declarations;

/// <summary>The word that the configuration has for a value of an enumeration. Default: the value's name in camel case.</summary>
/// <param name="word">The word.</param>
[AttributeUsage(AttributeTargets.Field)]
internal sealed class WordAttribute(string word) : Attribute
{
    /// <summary>The word.</summary>
    public string Word => word;
}
