namespace SageMakerIam.Settings.Declarations;

/// <summary>What a list is of.</summary>
/// <param name="items">The items, in words that complete "Expected a list of …".</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ListOfAttribute(string items) : Attribute
{
    /// <summary>The items, in words that complete "Expected a list of …".</summary>
    public string Items => items;
}
