namespace Rehearsal.Aws;

/// <summary>A call that AWS refused, or that it would refuse although the emulator does not.</summary>
/// <param name="code">The AWS error code, <c>EntityAlreadyExists</c>.</param>
/// <param name="message">AWS's words.</param>
internal sealed class AwsException(string code, string message) : Exception($"{code}: {message}")
{
    /// <summary>The code of a resource that does not exist in IAM.</summary>
    public const string NoSuchEntity = "NoSuchEntity";

    /// <summary>The code of a secret that does not exist in Secrets Manager.</summary>
    public const string ResourceNotFound = "ResourceNotFoundException";

    /// <summary>The AWS error code.</summary>
    public string Code { get; } = code;

    /// <summary>Whether AWS says that what was asked for does not exist.</summary>
    public bool IsNotFound => Code is NoSuchEntity or ResourceNotFound;

    /// <summary>A value that does not satisfy the constraints of the API.</summary>
    public static AwsException Validation(string message) => new("ValidationError", message);
}
