using System.Collections.Immutable;
using System.Text.Json;
using SageMakerIam.Iam;

namespace SageMakerIam.Settings.Reading;

/// <summary>Reads a stack's configuration.</summary>
public static class StackSettingsReader
{
    /// <summary>The keys of a stack's configuration.</summary>
    public static ImmutableArray<string> Keys { get; } = [.. typeof(StackSettings).GetProperties().Select(map => JsonNamingPolicy.CamelCase.ConvertName(map.Name))];

    /// <summary>Reads the configuration and checks all of it.</summary>
    /// <param name="stack">The stack's name, for messages.</param>
    /// <param name="configuration">A map with the keys <c>executionRoles</c>, <c>deployers</c>, <c>passRoleGrants</c>, <c>externalIds</c> and <c>accounts</c>.</param>
    /// <param name="account">The account and region that the stack stands in.</param>
    /// <exception cref="InvalidSettingsException">The configuration has faults.</exception>
    public static StackSettings Read(string stack, JsonElement configuration, AwsAccount account)
    {
        var (settings, faults) = Read(configuration, account);
        return faults.Count == 0 ? settings : throw new InvalidSettingsException(stack, [.. faults]);
    }

    /// <summary>The faults of a configuration; of an account that is not known yet, those that any account would have.</summary>
    /// <param name="configuration">The configuration, as for <see cref="Read(string, JsonElement, AwsAccount)"/>.</param>
    /// <param name="account">The account and region that the stack stands in.</param>
    public static IReadOnlyCollection<Fault> Faults(JsonElement configuration, AwsAccount account) => Read(configuration, account).Faults;

    private static (StackSettings Settings, List<Fault> Faults) Read(JsonElement configuration, AwsAccount account)
    {
        var faults = new List<Fault>();
        var reader = new SettingsReader(configuration, "", faults);
        var executionRoles = Entries(reader.Key("executionRoles"), TextRule.EntryName, (_, entry) => ExecutionRoleReader.Read(entry, account));
        var deployers = Entries(reader.Key("deployers"), TextRule.EntryName, (_, entry) => DeployerReader.Read(entry, executionRoles.Keys.ToImmutableArray(), account));
        var grants = Entries(reader.Key("passRoleGrants"), TextRule.EntryName, (_, entry) => PassRoleGrantReader.Read(entry, executionRoles, account));
        var externalIds = ExternalIdReader.Read(reader.Key("externalIds"), grants, account);
        var accounts = Entries(reader.Key("accounts"), TextRule.AccountId, (id, entry) => AccountReader.Read(entry, id, grants.Values, account));
        reader.RejectOtherKeys();

        faults.AddRange(SameName("roleName",
        [
            .. executionRoles.Select(role => ($"executionRoles.{role.Key}", role.Value.RoleName)),
            .. deployers.Select(deployer => ($"deployers.{deployer.Key}", deployer.Value.RoleName)),
        ]));
        faults.AddRange(SameName("userName", [.. deployers.Select(deployer => ($"deployers.{deployer.Key}", deployer.Value.UserName))]));
        var settings = new StackSettings { ExecutionRoles = executionRoles, Deployers = deployers, PassRoleGrants = grants, ExternalIds = externalIds, Accounts = accounts };
        if (faults.Count == 0 && account.IsKnown)
        {
            faults.AddRange(QuotaCheck.Faults(settings, account));
            faults.AddRange(AdoptedPrincipals.Faults(settings, account));
        }

        return (settings, faults);
    }

    private static ImmutableSortedDictionary<string, T> Entries<T>(SettingsReader? map, TextRule names, Func<string, SettingsReader, T?> read)
        where T : class
    {
        var entries = ImmutableSortedDictionary.CreateBuilder<string, T>(StringComparer.Ordinal);
        foreach (var (name, entry) in map?.Entries($"Expected a map of entries, each by {names.Allowed}") ?? [])
        {
            if (!names.Accepts(name))
            {
                entry.Report($"the name '{name}'", $"Expected {names.Allowed}");
            }

            if (read(name, entry) is { } settings)
            {
                entries[name] = settings;
            }
        }

        return entries.ToImmutable();
    }

    // IAM compares names without regard to case.
    private static IEnumerable<Fault> SameName(string key, ImmutableArray<(string Entry, string? Name)> named) => named
        .Where(entry => entry.Name is not null)
        .GroupBy(entry => entry.Name!, StringComparer.OrdinalIgnoreCase)
        .SelectMany(same => same.Skip(1).Select(entry => new Fault(
            $"{entry.Entry}.{key}", $"'{entry.Name}'", $"{same.First().Entry} has this name already; names are unique in an account")));
}
