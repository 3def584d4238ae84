namespace Rehearsal;

/// <summary>Something that the user gave cannot be used: a path, an option, the content of a file.</summary>
/// <param name="message">Where, what was found, and what to do.</param>
internal sealed class BadInputException(string message) : Exception(message)
{
    /// <param name="where">The file or option.</param>
    /// <param name="found">What is wrong with it.</param>
    /// <param name="remedy">What to do.</param>
    public BadInputException(string where, string found, string remedy)
        : this($"{where}: {found}\n  {remedy}")
    {
    }
}
