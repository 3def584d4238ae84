using System.Text.RegularExpressions;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws.Iam;

/// <summary>
/// The names that IAM takes, which the emulator does not check (IAM User Guide, "IAM and AWS STS quotas", "IAM name requirements").
/// </summary>
internal static partial class IamName
{
    /// <summary>Checks a name; one that is absent or not known yet is left alone.</summary>
    /// <param name="parameter">The API's name of the parameter, <c>roleName</c>.</param>
    /// <param name="name">The name.</param>
    /// <param name="maxLength">How many characters it may have.</param>
    /// <exception cref="AwsException">IAM would refuse the name.</exception>
    public static void Check(string parameter, string? name, int maxLength)
    {
        if (name is null)
        {
            return;
        }

        if (name.Length > maxLength)
        {
            throw AwsException.Validation(
                $"Value '{name}' at '{parameter}' failed to satisfy constraint: Member must have length less than or equal to "
                + $"{maxLength} (it has {name.Length})");
        }

        if (!Allowed().IsMatch(name))
        {
            throw AwsException.Validation(
                $"Value '{name}' at '{parameter}' failed to satisfy constraint: "
                + @"Member must satisfy regular expression pattern: [\w+=,.@-]+");
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9_+=,.@-]+$")]
    private static partial Regex Allowed();
}
