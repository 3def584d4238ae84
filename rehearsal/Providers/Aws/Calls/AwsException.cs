using System.Collections.Immutable;
using Rehearsal.Engine;

namespace Rehearsal.Providers.Aws.Calls;

/// <summary>A call that AWS refused or did not answer, or that it would refuse although the emulator does not.</summary>
internal sealed class AwsException : ProviderException
{
    /// <summary>The code of a resource that does not exist in IAM.</summary>
    public const string NoSuchEntity = "NoSuchEntity";

    // By service: what each says of what does not exist.
    private static readonly ImmutableHashSet<string> NotFound =
    [
        NoSuchEntity,
        "InvalidVpcEndpointId.NotFound",
        "NoSuchBucket",
        "NoSuchBucketPolicy",
        "NoSuchPublicAccessBlockConfiguration",
        "NotFound",
        "NotFoundException",
        "ObjectLockConfigurationNotFoundError",
        "OwnershipControlsNotFoundError",
        "RepositoryNotFoundException",
        "RepositoryPolicyNotFoundException",
        "ResourceNotFoundException",
        "ServerSideEncryptionConfigurationNotFoundError",
        "TrailNotFoundException",
    ];

    /// <summary>What AWS would refuse, or what is to be said of a call beside its own failure.</summary>
    /// <param name="code">The AWS error code, <c>EntityAlreadyExists</c>.</param>
    /// <param name="message">AWS's words.</param>
    public AwsException(string code, string message)
        : base($"{code}: {message}") => Code = code;

    private AwsException(string message, string code, int attempts, bool isAnswered, bool mayBeDone)
        : base(message)
    {
        Code = code;
        Attempts = attempts;
        IsAnswered = isAnswered;
        MayBeDone = mayBeDone;
    }

    /// <summary>The AWS error code.</summary>
    public string Code { get; }

    /// <summary>How often the call was made.</summary>
    public int Attempts { get; } = 1;

    /// <summary>Whether AWS answered; its last answer to a call that was made several times.</summary>
    public bool IsAnswered { get; } = true;

    /// <summary>Whether the call may have been done all the same: no answer came, or one that AWS itself is at fault.</summary>
    public bool MayBeDone { get; }

    /// <summary>Whether AWS refused a call that was made before without an answer, so that it may have refused what it has done.</summary>
    public bool IsOfRepetition => Attempts > 1;

    /// <inheritdoc/>
    public override bool IsNotFound => NotFound.Contains(Code);

    /// <summary>A value that does not satisfy the constraints of the API.</summary>
    public static AwsException Validation(string message) => new("ValidationError", message);

    /// <summary>A call that AWS refused.</summary>
    /// <param name="service">The service, <c>IAM</c>.</param>
    /// <param name="command">The API action, <c>CreateRole</c>.</param>
    /// <param name="code">The AWS error code.</param>
    /// <param name="message">AWS's words.</param>
    /// <param name="status">The answer's HTTP status.</param>
    /// <param name="attempts">How often the call was made.</param>
    /// <remarks>In the words of the SDK that the provider has, aws/smithy-go, <c>errors.go</c>, but for the id of the request.</remarks>
    public static AwsException Refused(string service, string command, string code, string message, int status, int attempts)
    {
        var tries = attempts > 1 ? $" ({attempts} attempts)" : "";
        return new AwsException(
            $"operation error {service}: {command}, https response error StatusCode: {status}, {code}: {message}{tries}",
            code,
            attempts,
            isAnswered: true,
            mayBeDone: status >= 500);
    }

    /// <summary>A call that AWS did not answer.</summary>
    /// <param name="command">The API action, <c>CreateRole</c>.</param>
    /// <param name="endpoint">Where it was made.</param>
    /// <param name="reason">What came in place of an answer.</param>
    /// <param name="attempts">How often the call was made.</param>
    public static AwsException NoAnswer(string command, Uri endpoint, string reason, int attempts)
    {
        var isRead = AwsCommand.IsRead(command);
        var text = $"{command}: no answer from {endpoint} ({attempts} {(attempts == 1 ? "attempt" : "attempts")}): {reason}"
            + (isRead ? "" : "; whether it was done is not known");
        return new AwsException(text, nameof(NoAnswer), attempts, isAnswered: false, mayBeDone: true);
    }
}
