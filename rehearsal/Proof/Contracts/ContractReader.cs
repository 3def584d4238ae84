using System.Globalization;
using Rehearsal.Proof.Tasks;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Rehearsal.Proof.Contracts;

/// <summary>Reads a contract's file, and finds everything that is wrong in it.</summary>
internal sealed class ContractReader(string file)
{
    private const string Another = "do the same with another";

    private static readonly string[] PrincipalKeys = ["name", "foreignReach", "may", "mayNot"];
    private static readonly string[] RequestKeys = ["action", "on", "with"];

    private readonly List<ContractFault> faults = [];
    private readonly List<ContractPrincipal> principals = [];
    private Dictionary<PrincipalKind, HashSet<string>> names = [];

    public AccessContract Read()
    {
        if (Load() is { } root)
        {
            var kinds = Enum.GetValues<PrincipalKind>();
            CheckKeys("", "key", root, kinds.Select(kind => kind.Key()));
            var sections = kinds.Select(kind => (Kind: kind, Entries: Mapping(kind.Key(), Child(root, kind.Key())))).ToList();
            names = sections.ToDictionary(section => section.Kind, section => section.Entries.Select(entry => entry.Key).ToHashSet());
            foreach (var (kind, entries) in sections)
            {
                principals.AddRange(entries.Select(entry => ReadPrincipal(kind, entry.Key, entry.Value)));
            }

            if (faults.Count == 0 && principals.Count > 0 && principals.All(principal => principal.May.Count + principal.MayNot.Count == 0))
            {
                faults.Add(new("", "no row", "It says nothing of what anybody may and mayNot do: the section on access contracts in README.md says how to."));
            }

            if (principals.Count == 0 && faults.Count == 0)
            {
                faults.Add(
                    new(
                        "",
                        "no principal",
                        "Name the stack's executionRoles, deployers and passRoleGrants, each with what it may and mayNot."));
            }
        }

        return faults.Count == 0 ? new AccessContract(file, principals) : throw new InvalidContractException(file, faults);
    }

    private YamlMappingNode? Load()
    {
        try
        {
            using var reader = new StreamReader(file);
            var yaml = new YamlStream();
            yaml.Load(reader);
            if (yaml.Documents is [{ RootNode: YamlMappingNode root }, ..])
            {
                return root;
            }

            faults.Add(new("", "no map", "A contract is a map of executionRoles, deployers, passRoleGrants and others."));
        }
        catch (YamlException exception)
        {
            faults.Add(new($"line {exception.Start.Line}", exception.Message, "Write the contract as YAML."));
        }
        catch (IOException exception)
        {
            faults.Add(new("", exception.Message, "Write an access contract beside the stack file: STACK.access.yaml."));
        }

        return null;
    }

    private ContractPrincipal ReadPrincipal(PrincipalKind kind, string key, YamlNode node)
    {
        var path = $"{kind.Key()}.{key}";
        var map = Mapping(path, node);
        CheckKeys(path, "key", map.Keys, PrincipalKeys);
        return new ContractPrincipal(
            kind,
            key,
            map.TryGetValue("name", out var name) ? Scalar($"{path}.name", name) : null,
            map.TryGetValue("foreignReach", out var reach) ? Number($"{path}.foreignReach", reach) : null,
            ReadEntries($"{path}.may", map.GetValueOrDefault("may"), mayNot: false),
            ReadEntries($"{path}.mayNot", map.GetValueOrDefault("mayNot"), mayNot: true));
    }

    private List<ContractEntry> ReadEntries(string path, YamlNode? node, bool mayNot)
    {
        if (node is null)
        {
            return [];
        }

        if (IsNothing(node))
        {
            faults.Add(new(path, "nothing", "Write a list of tasks and requests, each behind a dash; [] where there is none."));
            return [];
        }

        if (node is not YamlSequenceNode sequence)
        {
            faults.Add(new(path, $"'{node}', which is no list", "Write a list of tasks and requests, each behind a dash."));
            return [];
        }

        return [.. sequence.SelectMany((entry, at) => ReadEntry($"{path}[{at}]", entry, mayNot))];
    }

    private IEnumerable<ContractEntry> ReadEntry(string path, YamlNode node, bool mayNot)
    {
        if (IsNothing(node) || node is YamlMappingNode { Children.Count: 0 })
        {
            faults.Add(new(path, "an empty row", "It says nothing: write a task or a request behind the dash, or take the dash away."));
        }

        var map = Mapping(path, node);
        if (map.Count == 0)
        {
            return [];
        }

        if (map.TryGetValue(Another, out var another))
        {
            return ReadAnother(path, map, another, mayNot);
        }

        if (map.ContainsKey("action"))
        {
            return ReadRequest(path, map) is { } request ? [request] : [];
        }

        if (map.Keys.FirstOrDefault(TaskLibrary.Tasks.ContainsKey) is { } task)
        {
            return ReadTask(path, TaskLibrary.Tasks[task], map);
        }

        faults.Add(
            ContractFault.Unknown(
                path, "task", map.Keys.First(), [.. TaskLibrary.Tasks.Keys, "action", .. mayNot ? [Another] : Array.Empty<string>()], 40));
        return [];
    }

    private IEnumerable<ContractEntry> ReadAnother(string path, Dictionary<string, YamlNode> map, YamlNode node, bool mayNot)
    {
        CheckKeys(path, "key", map.Keys, [Another]);
        if (!mayNot)
        {
            faults.Add(new(path, $"'{Another}'", "It stands under mayNot."));
        }

        foreach (var (word, at) in Scalars($"{path}.{Another}", node))
        {
            if (Strangers.Words.Contains(word))
            {
                yield return new AnotherEntry(at, $"{Another} {word}", word);
            }
            else
            {
                faults.Add(ContractFault.Unknown(at, "word", word, Strangers.Words, 20));
            }
        }
    }

    private RequestEntry? ReadRequest(string path, Dictionary<string, YamlNode> map)
    {
        CheckKeys(path, "key", map.Keys, RequestKeys);
        var context = map.TryGetValue("with", out var with) ? Mapping($"{path}.with", with) : [];
        var values = context.ToDictionary(entry => entry.Key, entry => Scalar($"{path}.with.{entry.Key}", entry.Value) ?? "");
        var action = Scalar($"{path}.action", map["action"]);
        var on = map.TryGetValue("on", out var resource) ? Scalar($"{path}.on", resource) : "*";
        if (action is not null && action.Split(':') is not [{ Length: > 0 }, { Length: > 0 }])
        {
            faults.Add(new($"{path}.action", $"'{action}'", "An action is written service:Action, s3:GetObject say."));
            return null;
        }

        return action is null || on is null
            ? null
            : new RequestEntry(
                path, $"{action} on {on}{string.Concat(values.Select(value => $", {value.Key} {value.Value}"))}", action, on, values);
    }

    private IEnumerable<TaskEntry> ReadTask(string path, TaskDefinition task, Dictionary<string, YamlNode> map)
    {
        CheckKeys(path, "parameter", map.Keys, task.Parameters.Keys);
        foreach (var (name, parameter) in task.Parameters)
        {
            if (!parameter.Optional && !map.ContainsKey(name))
            {
                faults.Add(new(path, $"no '{name}'", $"The task '{task.Name}' needs it: {Describe(parameter.Kind)}."));
            }
        }

        var values = new Dictionary<string, string>();
        foreach (var (name, parameter) in task.Parameters.Where(parameter => parameter.Key != task.Name && map.ContainsKey(parameter.Key)))
        {
            if (Scalar($"{path}.{name}", map[name]) is { } value && Check($"{path}.{name}", parameter.Kind, value))
            {
                values[name] = value;
            }
        }

        foreach (var (value, at) in Scalars($"{path}.{task.Name}", map[task.Name]))
        {
            if (Check(at, task.Parameters[task.Name].Kind, value))
            {
                var all = new Dictionary<string, string>(values) { [task.Name] = value };
                yield return new TaskEntry(
                    path, string.Join(", ", map.Keys.Where(all.ContainsKey).Select(key => $"{key} {all[key]}")), task, all);
            }
        }
    }

    private bool Check(string path, ParameterKind kind, string value)
    {
        if (kind == ParameterKind.Role && !value.StartsWith("arn:", StringComparison.Ordinal))
        {
            var known = names[PrincipalKind.ExecutionRoles].Concat(names[PrincipalKind.PassRoleGrants]).ToList();
            if (!known.Contains(value))
            {
                faults.Add(ContractFault.Unknown(path, "role", value, known));
                return false;
            }
        }

        var fits = kind switch
        {
            ParameterKind.Path => S3Path.Parse(value) is not null,
            ParameterKind.Key or ParameterKind.Identity => value.StartsWith("arn:", StringComparison.Ordinal),
            ParameterKind.Service => value.Contains(".amazonaws.com", StringComparison.Ordinal),
            ParameterKind.Account => value == "this" || (value.Length == 12 && value.All(char.IsAsciiDigit)),
            ParameterKind.Name => value.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'),
            _ => value.Length > 0,
        };
        if (!fits)
        {
            faults.Add(new(path, $"'{value}'", $"It is {Describe(kind)}."));
        }

        return fits;
    }

    private static string Describe(ParameterKind kind) => kind switch
    {
        ParameterKind.Name => "a name, of letters, digits and hyphens",
        ParameterKind.Path => "a path in S3: s3://BUCKET/ for a whole bucket, s3://BUCKET/FOLDER/ for a folder",
        ParameterKind.Repository => "the name of an ECR repository, or its ARN",
        ParameterKind.Role => "an execution role or PassRole grant of this contract, or a role's ARN",
        ParameterKind.Identity => "the ARN of an identity",
        ParameterKind.Service => "a service principal, sagemaker.amazonaws.com say",
        ParameterKind.Account => "the number of an account, or 'this'",
        ParameterKind.Listing => "what SageMaker lists, TrainingJobs say",
        ParameterKind.LogGroup => "the name of a log group; with a slash at its end, every one under it",
        ParameterKind.Namespace => "a namespace of metrics",
        ParameterKind.Key => "the ARN of a KMS key",
        ParameterKind.Secret => "the name of a secret",
        ParameterKind.Subnet => "the id of a subnet",
        ParameterKind.SecurityGroup => "the id of a security group",
        ParameterKind.Subject => "the subject of a token, repo:acme/churn:ref:refs/heads/main say",
        ParameterKind.Organization => "the id of an AWS organization, o-…",
        _ => $"an external id; '{AccessRequest.OwnExternalId}' for the one that the role demands",
    };

    private static YamlNode? Child(YamlMappingNode map, string key) =>
        map.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;

    private Dictionary<string, YamlNode> Mapping(string path, YamlNode? node)
    {
        switch (node)
        {
            case null:
            case var empty when IsNothing(empty):
                return [];
            case YamlMappingNode map:
                return map.ToDictionary(entry => entry.Key.ToString(), entry => entry.Value);
            default:
                faults.Add(new(path, $"'{node}'", "A map stands here: keys with values."));
                return [];
        }
    }

    // What YAML reads where nothing is written, and where null is.
    private static bool IsNothing(YamlNode node) =>
        node is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" or "Null" or "NULL" };

    private IEnumerable<(string Value, string Path)> Scalars(string path, YamlNode node)
    {
        if (node is YamlSequenceNode { Children.Count: 0 })
        {
            faults.Add(new(path, "an empty list", "The row says nothing: name something, or take the row away."));
        }

        var nodes = node is YamlSequenceNode list ? list.Select((item, at) => (item, $"{path}[{at}]")) : [(node, path)];
        foreach (var (item, at) in nodes)
        {
            if (Scalar(at, item) is { } value)
            {
                yield return (value, at);
            }
        }
    }

    private string? Scalar(string path, YamlNode node)
    {
        if (node is YamlScalarNode { Value: { Length: > 0 } value } && !IsNothing(node))
        {
            return value;
        }

        faults.Add(new(path, node is YamlScalarNode ? "nothing" : $"'{node}'", "One value stands here."));
        return null;
    }

    private int? Number(string path, YamlNode node)
    {
        if (Scalar(path, node) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        faults.Add(new(path, $"'{text}'", "It is a number of actions, 0 or more."));
        return null;
    }

    private void CheckKeys(string path, string what, YamlMappingNode map, IEnumerable<string> known) =>
        CheckKeys(path, what, map.Select(entry => entry.Key.ToString()), known);

    private void CheckKeys(string path, string what, IEnumerable<string> keys, IEnumerable<string> known)
    {
        var words = known.ToList();
        faults.AddRange(
            keys.Where(key => !words.Contains(key))
                .Select(key => ContractFault.Unknown(path.Length == 0 ? key : $"{path}.{key}", what, key, words)));
    }
}
