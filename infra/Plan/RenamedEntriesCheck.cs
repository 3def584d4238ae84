using Pulumi;
using SageMakerIam.Settings;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Plan;

/// <summary>
/// Finds entries that got another name, or another kind, without a word: what they made would be deleted, and made anew under a name that
/// is still taken.
/// </summary>
internal static class RenamedEntriesCheck
{
    /// <summary>The entries that would lose what they made.</summary>
    /// <param name="settings">The settings of the stack.</param>
    /// <param name="last">What the last update left, under the names that entries have now.</param>
    public static async Task<IEnumerable<Fault>> FaultsAsync(StackSettings settings, LastUpdate last) =>
    [
        .. settings.ExecutionRoles.Select(role => Renamed(
            "executionRoles", LastUpdate.RoleArnsOutput, role.Key, "role", "roleName", role.Value.RoleName,
            settings.ExecutionRoles.Keys, last))
            .OfType<Fault>(),
        .. settings.Deployers.Select(deployer => deployer.Value.AssumedBy is null
            ? Renamed(
                "deployers", LastUpdate.ArnsOutput, deployer.Key, "user", "userName", deployer.Value.UserName,
                settings.Deployers.Keys, last)
            : Renamed(
                "deployers", LastUpdate.ArnsOutput, deployer.Key, "role", "roleName", deployer.Value.RoleName,
                settings.Deployers.Keys, last))
            .OfType<Fault>(),
        .. settings.Deployers.Select(deployer => BecameAUser(deployer.Key, deployer.Value, last)).OfType<Fault>(),
        .. settings.Keys.Select(key => RenamedKey(key.Key, key.Value, settings, last)).OfType<Fault>(),
        .. await RenamedEndpointsAsync(settings, last),
    ];

    private static Fault? Renamed(
        string map, string output, string entry, string kind, string key, string? name, IEnumerable<string> entries, LastUpdate last)
    {
        var former = name is null ? null : last.Entries(output)
            .Except(entries)
            .FirstOrDefault(other => string.Equals(last.ResourceOf(output, other), $"{kind}/{name}", StringComparison.OrdinalIgnoreCase));
        return former is null ? null : new Fault(
            $"{map}.{entry}.{key}",
            $"'{name}', the {kind} that {map}.{former} made",
            $"It would be deleted, and could not be made anew while it is there. To keep it in place, say formerly: {former}");
    }

    private static Fault? RenamedKey(string entry, KeySettings key, StackSettings settings, LastUpdate last)
    {
        var alias = key.AliasName(entry, Deployment.Instance.StackName);
        var former = last.Entries(LastUpdate.KeyAliasesOutput)
            .Except(settings.Keys.Keys)
            .FirstOrDefault(other => last.Output(LastUpdate.KeyAliasesOutput, other) as string == alias);
        return former is null ? null : new Fault(
            $"keys.{entry}.alias",
            $"'{alias}', the alias of the key that keys.{former} made",
            $"The key would be deleted, and another could not have the alias meanwhile. To keep it in place, say formerly: {former}");
    }

    // A VPC has room for one endpoint of a service.
    private static async Task<IEnumerable<Fault>> RenamedEndpointsAsync(StackSettings settings, LastUpdate last)
    {
        var recorded = last.Entries(LastUpdate.EndpointIdsOutput).ToList();
        var faults = new List<Fault>();
        foreach (var (entry, endpoints) in settings.Endpoints.Where(
            endpoints => endpoints.Value.VpcId is not null && !recorded.Contains(endpoints.Key)))
        {
            foreach (var former in recorded.Except(settings.Endpoints.Keys))
            {
                if (await last.VpcOfEndpointsAsync(former) == endpoints.VpcId)
                {
                    faults.Add(new Fault(
                        $"endpoints.{entry}.vpcId",
                        $"'{endpoints.VpcId}', the VPC of the endpoints that endpoints.{former} made",
                        $"They would be deleted, and others could not be made while they are there. To keep them in place, "
                            + $"say formerly: {former}"));
                }
            }
        }

        return faults;
    }

    // A user that becomes a role is found with its access keys.
    private static Fault? BecameAUser(string name, DeployerSettings deployer, LastUpdate last) =>
        deployer.AssumedBy is null && last.ResourceOf(LastUpdate.ArnsOutput, name) is { } resource
            && resource.StartsWith("role/", StringComparison.Ordinal)
            ? new Fault(
                $"deployers.{name}",
                $"a user, when the last update left the {resource.Replace('/', ' ')}",
                "The role would be gone at once. Add the user as a deployer under another name, move its work over, then remove this one")
            : null;
}
