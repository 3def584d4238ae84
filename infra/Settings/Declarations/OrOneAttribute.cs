namespace SageMakerIam.Settings.Declarations;

/// <summary>One item may stand there without the list around it.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OrOneAttribute : Attribute;
