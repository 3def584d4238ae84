namespace SageMakerIam.Settings.Declarations;

/// <summary>The list has one item or more.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NotEmptyAttribute : Attribute;
