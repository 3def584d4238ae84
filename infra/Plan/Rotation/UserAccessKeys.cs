using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.Iam;
using SageMakerIam.Plan.LookUps;

namespace SageMakerIam.Plan.Rotation;

/// <summary>Asks AWS which access keys a user has.</summary>
internal static class UserAccessKeys
{
    /// <summary>The ids of the user's keys, each with whether it is active; null if there is no such user.</summary>
    /// <param name="deployer">The deployer's name in the configuration, for messages.</param>
    /// <param name="user">The user's name.</param>
    /// <exception cref="RunException">AWS did not say.</exception>
    public static async Task<ImmutableDictionary<string, bool>?> OfAsync(string deployer, string user)
    {
        try
        {
            var keys = (await GetAccessKeys.InvokeAsync(new GetAccessKeysArgs { User = user })).AccessKeys;
            return keys.IsDefault ? [] : keys.ToImmutableDictionary(key => key.AccessKeyId, key => key.Status == "Active");
        }
        catch (Exception refused) when (LookUp.IsMissing(refused))
        {
            return null;
        }
        catch (Exception refused)
        {
            throw new RunException(
                $"What this update does to the access keys of deployers.{deployer} cannot be told, "
                + $"as those of the user '{user}' cannot be listed: {refused.Message}");
        }
    }
}
