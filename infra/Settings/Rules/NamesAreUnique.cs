using System.Collections.Immutable;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>Names are unique in an account: those of roles, and those of users.</summary>
/// <remarks>IAM User Guide, "IAM identifiers", friendly names.</remarks>
internal sealed class NamesAreUnique : Rule<StackSettings>
{
    /// <inheritdoc/>
    protected override void Check(StackSettings settings, SettingsNode at, StackSettings stack)
    {
        Check(at, "roleName",
        [
            .. stack.ExecutionRoles.Select(role => ("executionRoles", role.Key, role.Value.RoleName)),
            .. stack.Deployers.Select(deployer => ("deployers", deployer.Key, deployer.Value.RoleName)),
        ]);
        Check(at, "userName", [.. stack.Deployers.Select(deployer => ("deployers", deployer.Key, deployer.Value.UserName))]);
    }

    // IAM compares names without regard to case.
    private static void Check(SettingsNode root, string nameKey, ImmutableArray<(string Map, string Entry, string? Name)> named)
    {
        foreach (var same in named.Where(entry => entry.Name is not null).GroupBy(entry => entry.Name!, StringComparer.OrdinalIgnoreCase))
        {
            var first = same.First();
            foreach (var (map, entry, _) in same.Skip(1))
            {
                root.Key(map)!.Key(entry)!.Key(nameKey)!.Report(
                    $"{first.Map}.{first.Entry} has this name already; names are unique in an account");
            }
        }
    }
}
