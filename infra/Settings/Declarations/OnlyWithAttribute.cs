namespace SageMakerIam.Settings.Declarations;

/// <summary>The setting has a use only where another one is given, or only where it is not.</summary>
/// <param name="other">The other property of the same record.</param>
/// <param name="given">Whether the other one must be given.</param>
/// <param name="lesson">What to do where the setting has no use, a sentence.</param>
[AttributeUsage(AttributeTargets.Property)]
internal abstract class OnlyWithAttribute(string other, bool given, string lesson) : Attribute
{
    /// <summary>The other property.</summary>
    public string Other => other;

    /// <summary>Whether the other one must be given.</summary>
    public bool Given => given;

    /// <summary>What to do where the setting has no use, a sentence.</summary>
    public string Lesson => lesson;
}
