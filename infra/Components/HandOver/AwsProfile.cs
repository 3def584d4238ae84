using Pulumi;
using SageMakerIam.Iam;

namespace SageMakerIam.Components.HandOver;

/// <summary>A deployer's profile for the AWS CLI and SDKs: what to add to the files in <c>~/.aws</c>.</summary>
/// <remarks>AWS CLI User Guide, "Configuration and credential file settings".</remarks>
internal static class AwsProfile
{
    private const string Default = "default";

    /// <summary>The texts by file, <c>credentials</c> and <c>config</c>, secret.</summary>
    public static IDictionary<string, Output<string>> Of(DeployerUser deployer, string profile, AwsAccount account)
    {
        var section = profile == Default ? profile : $"profile {profile}";
        return new Dictionary<string, Output<string>>
        {
            ["credentials"] = Output.Tuple(deployer.AccessKeyId, deployer.SecretAccessKey).WhenMade(key =>
                $"[{profile}]\naws_access_key_id = {key.Item1}\naws_secret_access_key = {key.Item2}\n"),
            ["config"] = Output.CreateSecret($"[{section}]\nregion = {account.Region}\noutput = json\n"),
        };
    }
}
