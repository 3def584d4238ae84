using System.Collections.Immutable;

namespace SageMakerIam.Settings.Formats;

/// <summary>A managed policy: one of AWS by its name, or any by its ARN; never one that makes its holder an administrator.</summary>
/// <remarks>AWS Managed Policy Reference Guide.</remarks>
internal sealed class ManagedPolicy : PolicyArn
{
    private static readonly ImmutableArray<string> Refused = ["AdministratorAccess", "IAMFullAccess", "PowerUserAccess"];

    /// <inheritdoc/>
    public override string Allowed => $"the name of a policy of AWS, such as 'AmazonSageMakerReadOnly', or {base.Allowed}";

    /// <inheritdoc/>
    public override string Pattern => $"{ArnPattern}|{NamePattern}";

    /// <inheritdoc/>
    protected override string? OtherObjection(string text) => Refused.Contains(text.Split('/')[^1], StringComparer.OrdinalIgnoreCase)
        ? "It makes whoever runs a job an administrator; name the permissions that are needed, or a narrower policy. "
            + $"Refused: {string.Join(", ", Refused)}"
        : null;
}
