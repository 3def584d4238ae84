namespace SageMakerIam.Settings.Declarations;

/// <summary>
/// The text, or each text of the list, is a key of another map of the stack; with a format, it may be a text of that format instead.
/// </summary>
/// <param name="map">The property of <see cref="StackSettings"/> that the map is.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class KeyOfAttribute(string map) : Attribute
{
    /// <summary>The property of <see cref="StackSettings"/> that the map is.</summary>
    public string Map => map;
}
