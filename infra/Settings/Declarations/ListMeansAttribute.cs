namespace SageMakerIam.Settings.Declarations;

/// <summary>A plain list stands for the map with one of its settings alone.</summary>
/// <param name="setting">The property that the list is.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ListMeansAttribute(string setting) : Attribute
{
    /// <summary>The property that the list is.</summary>
    public string Setting => setting;
}
