using SageMakerIam.Iam;

namespace SageMakerIam.Settings;

/// <summary>Another account, whose principals the stack lets assume the roles of its grants.</summary>
public sealed record AccountSettings
{
    /// <summary>The ARN of the role that Pulumi assumes to work in the account.</summary>
    public required Arn AssumeRole { get; init; }
}
