using SageMakerIam.Iam;

namespace SageMakerIam.Settings.Reading;

/// <summary>What is wrong with naming, where a role or user is meant, something that is a principal elsewhere in AWS.</summary>
internal static class PrincipalLesson
{
    /// <summary>The lesson, a sentence; null where the text is no such thing.</summary>
    public static string? Of(string text) => text switch
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

    private const string EveryoneOfAnAccount = "It is everyone whom that account allows; name one role or user";
}
