namespace SageMakerIam.Settings.Declarations;

/// <summary>A plain <c>true</c> stands for the map without any setting, <c>false</c> for none.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TrueOrMapAttribute : Attribute;
