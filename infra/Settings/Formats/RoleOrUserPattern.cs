namespace SageMakerIam.Settings.Formats;

/// <summary>The ARN of a role or user, of any account, where <c>*</c> and <c>?</c> stand for any letters.</summary>
/// <remarks>IAM User Guide, "AWS global condition context keys", aws:PrincipalArn.</remarks>
internal sealed class RoleOrUserPattern : ArnFormat
{
    /// <inheritdoc/>
    public override string Allowed =>
        "the ARN of a role or user, 'arn:aws:iam::ACCOUNT:role/NAME', with letters or digits in its name, beside which '*' may stand";

    /// <inheritdoc/>
    public override string Pattern => $@"{AnyPartition}:iam::{Account}:(?:role|user)/(?=[^$]*[A-Za-z0-9])[\x21-\x23\x25-\x7e]{{1,576}}";

    /// <inheritdoc/>
    public override string? Lesson(string text) => text.EndsWith(":role/*", StringComparison.Ordinal)
        || text.EndsWith(":user/*", StringComparison.Ordinal) || text == "*"
            ? "It is everybody, whom a guarded bucket is guarded against"
            : null;
}
