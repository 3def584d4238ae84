using SageMakerIam.Iam;
using SageMakerIam.Settings.Declarations;
using SageMakerIam.Settings.Formats;

namespace SageMakerIam.Settings;

/// <summary>Another account, whose principals the stack lets assume the roles of its grants.</summary>
internal sealed record AccountSettings
{
    /// <summary>The ARN of the role that Pulumi assumes to work in the account.</summary>
    [Format<RoleArnOfThatAccount>]
    public required Arn AssumeRole { get; init; }
}
