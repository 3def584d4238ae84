using SageMakerIam.Iam;

namespace SageMakerIam.Settings.Formats;

/// <summary>The ARN of a role or user, of any account.</summary>
/// <remarks>IAM User Guide, "IAM identifiers".</remarks>
internal class RoleOrUserArn : ArnFormat
{
    /// <summary>The pattern of a path and name; of a path, without what a policy would take for a wildcard or a variable.</summary>
    public const string PathAndName = @"(?:[\x21-\x23\x25-\x29\x2b-\x3e\x40-\x7e]+/)?[A-Za-z0-9_+=,.@-]{1,64}";

    private const string EveryoneOfAnAccount = "It is everyone whom that account allows; name one role or user";

    /// <inheritdoc/>
    public override string Allowed => "the ARN of a role or user, 'arn:aws:iam::ACCOUNT:role/NAME'";

    /// <inheritdoc/>
    public override string Pattern => $"{AnyPartition}:iam::{Account}:(?:role|user)/{PathAndName}";

    /// <summary>What is wrong with naming something that is a principal elsewhere in AWS.</summary>
    public override string? Lesson(string text) => text switch
    {
        "*" => "It is everyone in the world; name one role or user",
        _ when text.EndsWith(".amazonaws.com", StringComparison.Ordinal) =>
            "A service works as the role of its function, state machine or job; name that role",
        { Length: 12 } when text.All(char.IsAsciiDigit) => EveryoneOfAnAccount,
        _ => Arn.Parse(text) switch
        {
            { Service: "iam", Resource: "root" } => EveryoneOfAnAccount,
            { Service: "iam" } arn when arn.Resource.StartsWith("group/", StringComparison.Ordinal) =>
                "A group makes no requests; name its users, each for itself",
            { Service: "sts" } arn when arn.Resource.StartsWith("assumed-role/", StringComparison.Ordinal) =>
                "It is one session of a role, which ends; name the role",
            _ => null,
        },
    };
}
