using Pulumi;
using Pulumi.Aws.Iam;
using SageMakerIam.Settings;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Rotation;

/// <summary>Refuses, before anything is touched, an update that would lock a deployer out or need a third access key.</summary>
internal static class RotationCheck
{
    /// <summary>Checks every deployer.</summary>
    /// <param name="stack">The stack's name, for messages.</param>
    /// <param name="settings">The settings of the stack.</param>
    /// <exception cref="InvalidSettingsException">An update to these settings would do harm.</exception>
    public static async Task RunAsync(string stack, StackSettings settings)
    {
        if (settings.Deployers.IsEmpty)
        {
            return;
        }

        var last = await LastUpdate.ReadAsync();
        var faults = await Task.WhenAll(settings.Deployers.Select(deployer => FaultAsync(deployer.Key, deployer.Value, last)));
        if (faults.OfType<Fault>().ToList() is { Count: > 0 } found)
        {
            throw new InvalidSettingsException(stack, [.. found]);
        }
    }

    private static async Task<Fault?> FaultAsync(string name, DeployerSettings deployer, LastUpdate last)
    {
        var path = $"deployers.{name}";
        var (before, user) = (last.Generations(name), last.UserName(name));
        if (deployer.AssumedBy is not null)
        {
            return before is null ? null : new Fault(
                $"{path}.assumedBy",
                $"a role, when the last update left the user '{user}'",
                "Its access keys would be gone at once. Add the role as a deployer under another name, move its work over, then remove this one");
        }

        if (before is not null && deployer.UserName is not null && deployer.UserName != user)
        {
            return new Fault(
                $"{path}.userName",
                $"'{deployer.UserName}', when the last update left '{user}'",
                "A renamed user gets new access keys and loses the old ones at once. Add a deployer under another name, hand its key over, then remove this one");
        }

        var foreignKeys = await ForeignKeysAsync(deployer, before, before is null ? null : user);
        if (foreignKeys > 0)
        {
            Log.Warn($"The user of deployers.{name} has an access key that this stack did not make. When nobody uses it any more, delete it: aws iam list-access-keys, get-access-key-last-used, delete-access-key.");
        }

        return RotationRules.Fault($"{path}.accessKey", before, deployer.AccessKey.ToGenerations(), foreignKeys);
    }

    /// <summary>How many keys the user has that are not the stack's; asked only where a key is to be made beside others.</summary>
    private static async Task<int> ForeignKeysAsync(DeployerSettings deployer, AccessKeyGenerations? before, string? user)
    {
        var existing = before?.Existing ?? [];
        user ??= deployer.Adopt is null ? null : deployer.UserName;
        if (user is null || !deployer.AccessKey.ToGenerations().Existing.Except(existing).Any())
        {
            return 0;
        }

        var keys = await GetAccessKeys.InvokeAsync(new GetAccessKeysArgs { User = user });
        return Math.Max(0, keys.AccessKeys.Length - existing.Length);
    }
}
