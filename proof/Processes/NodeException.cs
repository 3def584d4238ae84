namespace Proof.Processes;

/// <summary>A function of a Node.js module that failed.</summary>
/// <param name="name">The name of the error, for AWS calls the AWS error code (<c>EntityAlreadyExists</c>).</param>
/// <param name="message">What went wrong.</param>
/// <param name="status">The HTTP status of an AWS call that AWS refused; null otherwise.</param>
/// <param name="attempts">How often an AWS call was made.</param>
public sealed class NodeException(string name, string message, int? status, int attempts = 1) : Exception(message)
{
    /// <summary>The name of the error, for AWS calls the AWS error code (<c>EntityAlreadyExists</c>).</summary>
    public string Name { get; } = name;

    /// <summary>The HTTP status of an AWS call that AWS refused; null otherwise.</summary>
    public int? Status { get; } = status;

    /// <summary>How often an AWS call was made.</summary>
    public int Attempts { get; } = attempts;
}
