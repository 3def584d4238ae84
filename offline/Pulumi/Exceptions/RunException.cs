namespace Pulumi;

/// <summary>A failure that is shown to the user by its message alone, without a stack trace.</summary>
public class RunException : Exception
{
    public RunException(string message)
        : base(message)
    {
    }

    public RunException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal static RunException OutputsHaveIncorrectType(IEnumerable<string> names) => new(
        $"Output(s) '{string.Join(", ", names)}' have incorrect type. [Output] attributed properties must be instances of Output<T>.");
}
