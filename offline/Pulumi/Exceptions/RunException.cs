namespace Pulumi;

/// <summary>A failure that is shown to the user by its message alone, without a stack trace.</summary>
public class RunException(string message) : Exception(message);
