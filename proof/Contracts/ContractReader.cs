using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Proof.Parameters;
using Proof.Tasks;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Proof.Contracts;

/// <summary>Reads a contract's file, and finds everything that is wrong in it.</summary>
internal sealed class ContractReader(string file)
{
    /// <summary>The key of a row that means all that the principal may do, with one thing exchanged.</summary>
    public const string Another = "do the same with another";

    /// <summary>The key of a row that means all that others of the stack may do, and its one value.</summary>
    public const string ToAnother = "do the same to another";

    /// <summary>The one value of <see cref="ToAnother"/>.</summary>
    public const string Team = "team";

    /// <summary>The form of an action.</summary>
    public const string ActionPattern = "[^:]+:[^:]+";

    /// <summary>The form of a principal's name: if it is an ARN, of an account.</summary>
    public const string NamePattern = @"(?!arn:).+|arn:[^:]+:[^:]+:[^:]*:(?:[0-9]{12}|\{account\}|[0-9]*\*[0-9*]*):.+";

    /// <summary>The keys of a principal.</summary>
    public static ImmutableArray<string> PrincipalKeys { get; } =
        ["name", "foreignReach", "boundary", "resourcePrefixes", "policies", "team", "mfa", "sourceAddresses", "may", "mayNot"];

    /// <summary>The keys of a single request.</summary>
    public static ImmutableArray<string> RequestKeys { get; } = ["action", "on", "with"];

    private readonly List<ContractFault> faults = [];
    private readonly List<ContractPrincipal> principals = [];
    private Dictionary<PrincipalKind, HashSet<string>> names = [];

    public AccessContract Read()
    {
        if (Load() is { } root)
        {
            var kinds = Enum.GetValues<PrincipalKind>();
            CheckKeys("key", root.Entries!, kinds.Select(kind => kind.Key()));
            var sections = kinds.Select(kind => (Kind: kind, Entries: Mapping(root.Entries!.GetValueOrDefault(kind.Key())))).ToList();
            names = sections.ToDictionary(section => section.Kind, section => section.Entries.Select(entry => entry.Key).ToHashSet());
            foreach (var (kind, entries) in sections)
            {
                principals.AddRange(entries.Select(entry => ReadPrincipal(kind, entry.Key, entry.Value)));
            }

            if (faults.Count == 0 && principals.Count > 0 && principals.All(principal => principal.SaysNothing))
            {
                ReportWhole(
                    "no row",
                    "It says nothing of what anybody may and mayNot do: docs/access-contracts.md says how to.");
            }

            if (principals.Count == 0 && faults.Count == 0)
            {
                ReportWhole(
                    "no principal", "Name the stack's executionRoles, deployers and passRoleGrants, each with what it may and mayNot.");
            }
        }

        return faults.Count == 0 ? new AccessContract(file, principals) : throw new InvalidContractException(file, faults);
    }

    private ContractNode? Load()
    {
        const string remedy = "Write the contract as YAML.";
        Parser? parser = null;
        try
        {
            using var reader = new StreamReader(file);
            parser = new Parser(reader);
            var yaml = new YamlStream();
            yaml.Load(parser);
            if (yaml.Documents is [{ RootNode: YamlMappingNode root }, ..])
            {
                return new ContractNode(file, "", null, root);
            }

            ReportWhole("no map", "A contract is a map of executionRoles, deployers, passRoleGrants, others and administrators.");
        }
        catch (YamlException exception)
        {
            faults.Add(new(new(ContractNode.Position(file, exception.Start), ""), exception.Message, remedy));
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            // What the parser throws at some brackets that are never closed, and at some aliases; it has no place of its own.
            faults.Add(new(new(ContractNode.Position(file, parser?.Current?.End ?? Mark.Empty), ""), "this is not YAML", remedy));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            ReportWhole(exception.Message, "Write an access contract beside the stack file: STACK.access.yaml.");
        }

        return null;
    }

    private ContractPrincipal ReadPrincipal(PrincipalKind kind, string key, ContractNode node)
    {
        var map = Mapping(node);
        CheckKeys("key", map, PrincipalKeys);
        var may = ReadEntries(map.GetValueOrDefault("may"), mayNot: false);
        var prefixes = map.TryGetValue("resourcePrefixes", out var given) ? Scalars(given).ToList() : null;
        faults.AddRange(prefixes is null ? [] : OwnNames.Faults(may, prefixes));
        return new ContractPrincipal(
            kind,
            key,
            map.TryGetValue("name", out var name) ? Name(name) : null,
            map.TryGetValue("foreignReach", out var reach) ? Number(reach) : null,
            may,
            map.TryGetValue("mayNot", out var mayNot) || !kind.IsOfTheStack()
                ? ReadEntries(mayNot, mayNot: true)
                : [.. Exchanges.ByWord.Values.Select(exchange => StandardRow(node, exchange))])
        {
            GivenPrefixes = prefixes?.ConvertAll(prefix => prefix.Value),
            Mfa = map.TryGetValue("mfa", out var mfa) && Flag(mfa),
            SourceAddresses = map.TryGetValue("sourceAddresses", out var addresses) ? [.. Ranges(addresses)] : [],
            Policies = map.TryGetValue("policies", out var policies) ? [.. Scalars(policies).Select(policy => policy.Value)] : [],
            Boundary = map.TryGetValue("boundary", out var boundary) ? Scalar(boundary) : null,
            Team = map.TryGetValue(Team, out var team) ? Scalar(team) : null,
        };
    }

    // Who says nothing of what a principal may not do means that it may do nothing with what is another's.
    private static AnotherEntry StandardRow(ContractNode principal, Exchange exchange) =>
        new(principal.Place, $"{Another} {exchange.Word}", exchange) { IsStandard = true };

    private List<ContractEntry> ReadEntries(ContractNode? node, bool mayNot)
    {
        if (node is null)
        {
            return [];
        }

        if (node.IsNothing)
        {
            Report(node, "nothing", "Write a list of tasks and requests, each behind a dash; [] where there is none.");
            return [];
        }

        if (node.Items is not { } items)
        {
            Report(node, $"'{node.Value}', which is no list", "Write a list of tasks and requests, each behind a dash.");
            return [];
        }

        return [.. items.SelectMany(entry => ReadEntry(entry, mayNot))];
    }

    private IEnumerable<ContractEntry> ReadEntry(ContractNode node, bool mayNot)
    {
        if (node.IsNothing || node.Entries is { Count: 0 })
        {
            Report(node, "an empty row", "It says nothing: write a task or a request behind the dash, or take the dash away.");
        }

        var map = Mapping(node);
        if (map.Count == 0)
        {
            return [];
        }

        if (map.TryGetValue(Another, out var another))
        {
            return ReadAnother(map, another, node, mayNot);
        }

        if (map.TryGetValue(ToAnother, out var toAnother))
        {
            return ReadToAnother(map, toAnother, node, mayNot);
        }

        if (map.ContainsKey("action"))
        {
            return ReadRequest(map, node) is { } request ? [request] : [];
        }

        if (map.Keys.FirstOrDefault(TaskLibrary.Tasks.ContainsKey) is { } task)
        {
            return ReadTask(TaskLibrary.Tasks[task].Value, map, node, mayNot);
        }

        var (word, first) = map.First();
        faults.Add(
            ContractFault.Unknown(
                first.KeyPlace with { Path = node.Path },
                "task",
                word,
                [.. TaskLibrary.Tasks.Keys, "action", .. mayNot ? [Another, ToAnother] : Array.Empty<string>()],
                40));
        return [];
    }

    private IEnumerable<ContractEntry> ReadAnother(Dictionary<string, ContractNode> map, ContractNode node, ContractNode row, bool mayNot)
    {
        CheckKeys("key", map, [Another]);
        if (!mayNot)
        {
            Report(row, $"'{Another}'", "It stands under mayNot.");
        }

        foreach (var (word, at) in Scalars(node))
        {
            if (Exchanges.ByWord.TryGetValue(word, out var exchange))
            {
                yield return new AnotherEntry(at, $"{Another} {word}", exchange);
            }
            else
            {
                faults.Add(ContractFault.Unknown(at, "word", word, Exchanges.ByWord.Keys, 20));
            }
        }
    }

    private IEnumerable<TeamEntry> ReadToAnother(Dictionary<string, ContractNode> map, ContractNode node, ContractNode row, bool mayNot)
    {
        CheckKeys("key", map, [ToAnother]);
        if (!mayNot)
        {
            Report(row, $"'{ToAnother}'", "It stands under mayNot.");
        }

        var word = Scalar(node);
        if (word is not (null or Team))
        {
            faults.Add(ContractFault.Unknown(node.Place, "word", word, [Team]));
        }

        return word == Team ? [new TeamEntry(row.Place, $"{ToAnother} {Team}")] : [];
    }

    private RequestEntry? ReadRequest(Dictionary<string, ContractNode> map, ContractNode row)
    {
        CheckKeys("key", map, RequestKeys);
        var values = Mapping(map.GetValueOrDefault("with")).ToDictionary(entry => entry.Key, entry => Scalar(entry.Value) ?? "");
        var action = Scalar(map["action"]);
        var on = map.TryGetValue("on", out var resource) ? Scalar(resource) : "*";
        if (action is not null && !Regex.IsMatch(action, $"^(?:{ActionPattern})$"))
        {
            Report(map["action"], $"'{action}'", "An action is written service:Action, s3:GetObject say.");
            return null;
        }

        return action is null || on is null
            ? null
            : new RequestEntry(
                row.Place, $"{action} on {on}{string.Concat(values.Select(value => $", {value.Key} {value.Value}"))}", action, on, values);
    }

    private IEnumerable<TaskEntry> ReadTask(TaskDefinition task, Dictionary<string, ContractNode> map, ContractNode row, bool mayNot)
    {
        CheckKeys("parameter", map, task.Parameters.Keys);
        foreach (var (name, parameter) in task.Parameters)
        {
            // What may not be done is refused without what it would need besides.
            if (!parameter.Optional && !(parameter.MayBeNone && mayNot) && !map.ContainsKey(name))
            {
                Report(row, $"no '{name}'", $"The task '{task.Name}' needs it: {parameter.Kind.Expected}.{OrNone(name, parameter)}");
            }
        }

        var values = new Dictionary<string, string>();
        foreach (var (name, parameter) in task.Parameters.Where(parameter => parameter.Key != task.Name && map.ContainsKey(parameter.Key)))
        {
            if (parameter.MayBeNone && map[name].Value is YamlScalarNode { Value: TaskParameter.None })
            {
                continue;
            }

            var given = parameter.Kind.IsList ? [.. Scalars(map[name])] : Single(map[name]);
            if (given.Count > 0 && given.All(value => Check(value.Place, parameter.Kind, value.Value, OrNone(name, parameter))))
            {
                CheckOnce(parameter.Kind, given);
                values[name] = string.Join(',', given.Select(value => value.Value));
            }
        }

        foreach (var (value, at) in Scalars(map[task.Name]))
        {
            if (Check(at, task.Parameters[task.Name].Kind, value))
            {
                var all = new Dictionary<string, string>(values) { [task.Name] = value };
                yield return new TaskEntry(
                    row.Place, string.Join(", ", map.Keys.Where(all.ContainsKey).Select(key => $"{key} {all[key]}")), task, all);
            }
        }
    }

    private static string OrNone(string name, TaskParameter parameter) =>
        parameter.MayBeNone ? $" Where there is none, write '{name}: {TaskParameter.None}'." : "";

    private void CheckOnce(ParameterKind kind, List<(string Value, ContractPlace Place)> given) =>
        faults.AddRange(
            from same in given.GroupBy(value => kind.OnceInAList(value.Value))
            from again in same.Skip(1)
            select new ContractFault(again.Place, $"'{again.Value}'", $"'{same.Key}' stands in this list already: leave one out."));

    private bool Check(ContractPlace place, ParameterKind kind, string value, string orElse = "")
    {
        if (kind.NamesRole(value))
        {
            var known = names[PrincipalKind.ExecutionRoles].Concat(names[PrincipalKind.PassRoleGrants]).ToList();
            if (!known.Contains(value))
            {
                faults.Add(ContractFault.Unknown(place, "role", value, known));
                return false;
            }
        }

        var fits = kind.Accepts(value);
        if (!fits)
        {
            var oneThing = value.IndexOfAny(['*', '?', '$']) < 0 ? "" : " It names one thing, without *, ? and $.";
            faults.Add(new(place, $"'{value}'", $"It is {kind.Expected}.{oneThing}{orElse}"));
        }

        return fits;
    }

    /// <summary>The entries of a map; none where it is absent or says nothing.</summary>
    private Dictionary<string, ContractNode> Mapping(ContractNode? node)
    {
        if (node is null || node.IsNothing)
        {
            return [];
        }

        if (node.Entries is { } entries)
        {
            return entries;
        }

        Report(node, $"'{node.Value}'", "A map stands here: keys with values.");
        return [];
    }

    private List<(string Value, ContractPlace Place)> Single(ContractNode node) =>
        Scalar(node) is { } value ? [(value, node.Place)] : [];

    private IEnumerable<(string Value, ContractPlace Place)> Scalars(ContractNode node)
    {
        if (node.Items is { Count: 0 })
        {
            Report(node, "an empty list", "The row says nothing: name something, or take the row away.");
        }

        foreach (var item in node.Items ?? [node])
        {
            if (Scalar(item) is { } value)
            {
                yield return (value, item.Place);
            }
        }
    }

    private string? Scalar(ContractNode node)
    {
        if (node is { IsNothing: false, Value: YamlScalarNode { Value: { Length: > 0 } value } })
        {
            return value;
        }

        Report(node, node.Value is YamlScalarNode ? "nothing" : $"'{node.Value}'", "One value stands here.");
        return null;
    }

    // Of an ARN of no account, every row under mayNot would hold.
    private string? Name(ContractNode node)
    {
        var name = Scalar(node);
        if (name is not null && !Regex.IsMatch(name, $"^(?:{NamePattern})$"))
        {
            Report(node, $"'{name}'", "It is the ARN of an identity, arn:aws:iam::ACCOUNT:role/NAME say, or a name, with * for anything.");
        }

        return name;
    }

    private bool Flag(ContractNode node)
    {
        if (Scalar(node) is { } text && text is not ("true" or "false"))
        {
            Report(node, $"'{text}'", "It is true or false.");
        }

        return node.Value is YamlScalarNode { Value: "true" };
    }

    private IEnumerable<string> Ranges(ContractNode node)
    {
        foreach (var (range, at) in Scalars(node))
        {
            if (Circumstances.IsRange(range))
            {
                yield return range;
            }
            else
            {
                faults.Add(new(at, $"'{range}'", "It is an IP address, or a range of them by its first: 203.0.113.0/24."));
            }
        }
    }

    private int? Number(ContractNode node)
    {
        if (Scalar(node) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Report(node, $"'{text}'", "It is a number of actions, 0 or more.");
        return null;
    }

    private void CheckKeys(string what, Dictionary<string, ContractNode> map, IEnumerable<string> known)
    {
        var words = known.ToList();
        faults.AddRange(map.Where(entry => !words.Contains(entry.Key))
            .Select(entry => ContractFault.Unknown(entry.Value.KeyPlace, what, entry.Key, words)));
    }

    private void Report(ContractNode node, string found, string allowed) => faults.Add(new(node.Place, found, allowed));

    private void ReportWhole(string found, string allowed) => faults.Add(new(ContractPlace.Whole, found, allowed));
}
