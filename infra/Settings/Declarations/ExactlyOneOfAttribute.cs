using System.Collections.Immutable;

namespace SageMakerIam.Settings.Declarations;

/// <summary>One of these settings is given, and no more.</summary>
/// <param name="lesson">What is expected, a sentence.</param>
/// <param name="settings">The properties.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ExactlyOneOfAttribute(string lesson, params string[] settings) : Attribute
{
    /// <summary>What is expected, a sentence.</summary>
    public string Lesson => lesson;

    /// <summary>The properties.</summary>
    public ImmutableArray<string> Settings { get; } = [.. settings];
}
