using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Settings.Rules;

/// <summary>A former name is no entry's any more, and was one entry's alone: two cannot stay in the place of one.</summary>
internal sealed class FormerNamesAreFree : Rule<StackSettings>
{
    /// <inheritdoc/>
    protected override void Check(StackSettings settings, SettingsNode at, StackSettings stack)
    {
        Check(at.Key("executionRoles"), stack.ExecutionRoles);
        Check(at.Key("deployers"), stack.Deployers);
        Check(at.Key("passRoleGrants"), stack.PassRoleGrants);
        Check(at.Key("keys"), stack.Keys);
        Check(at.Key("endpoints"), stack.Endpoints);
    }

    private static void Check<T>(SettingsNode? map, IReadOnlyDictionary<string, T> entries)
        where T : IRenamed
    {
        var heirs = new Dictionary<string, string>();
        foreach (var (name, former) in entries.SelectMany(entry => entry.Value.Formerly, (entry, former) => (entry.Key, former)))
        {
            var at = map!.Key(name)!.Key("formerly")!;
            if (entries.ContainsKey(former))
            {
                at.Report($"'{former}'", former == name
                    ? "It is the entry's name now. Leave it out"
                    : $"{former} is an entry itself: what it made would be {name}'s, and {former}'s would be made anew. "
                        + "Rename one at a time, each with an update of its own");
            }
            else if (!heirs.TryAdd(former, name))
            {
                at.Report($"'{former}'", $"{heirs[former]} was that already; what it made can stay in the place of one");
            }
        }
    }
}
