using SageMakerIam.Iam;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>
/// A service encrypts with keys of its own region alone, so that a key of another one is of no use to what the stack makes, nor to who has
/// S3 and SageMaker encrypt. An execution role may read what is in another region, and name its key.
/// </summary>
/// <remarks>
/// AWS KMS Developer Guide, "Key identifiers" and "Multi-Region keys"; Amazon S3 User Guide, "Using server-side encryption with AWS KMS
/// keys"; AWS CloudTrail User Guide, "Encrypting CloudTrail log files".
/// </remarks>
internal sealed class KeysAreOfTheRegion : IAccountRule
{
    /// <inheritdoc/>
    public void Check(object record, SettingsNode at, StackSettings stack, AwsAccount account)
    {
        SettingsNode?[] keys = record switch
        {
            DeployerSettings or PassRoleGrantSettings or ExecutionRoleSettings { RequireKeys: true } =>
                [.. at.Key("kmsKeys")?.Items() ?? []],
            ManagedSecretSettings or SecretsManagerSettings or TrailSettings or GuardedBucketSettings { Create: true } =>
                [at.Key("kmsKey")],
            _ => [],
        };
        foreach (var key in keys)
        {
            if (key?.Text is { } text && Arn.Parse(text) is { } arn && arn.Region != account.Region)
            {
                key.Report($"It is of {arn.Region}, and what it is to encrypt is in {account.Region}: name a key of that region");
            }
        }
    }
}
