using System.Text.Json.Nodes;
using Proof.Contracts;
using Proof.Parameters;
using Proof.Tasks;

namespace SageMakerIam.Tests.Schemas;

/// <summary>The JSON schema of an access contract, written from the tasks and the kinds of their parameters.</summary>
internal static class AccessSchema
{
    /// <summary>The schema as JSON, indented.</summary>
    public static string Render() => SchemaFile.Render(new JsonObject
    {
        ["$schema"] = "http://json-schema.org/draft-07/schema#",
        ["title"] = "An access contract of sagemaker-iam: STACK.access.yaml",
        ["type"] = "object",
        ["properties"] = Properties(Enum.GetValues<PrincipalKind>().Select(kind => kind.Key()), _ => Ref("principals")),
        ["additionalProperties"] = false,
        ["definitions"] = new JsonObject(Definitions().Concat(ParameterKinds.All
            .Select(kind => KeyValuePair.Create(kind.Word, (JsonNode?)SchemaOf(kind))))),
    });

    private static Dictionary<string, JsonNode?> Definitions() => new()
    {
        // A key without a value is the same as one with an empty map.
        ["principals"] = new JsonObject { ["type"] = Types("object", "null"), ["additionalProperties"] = Ref("principal") },
        ["principal"] = Map(ContractReader.PrincipalKeys, OfAPrincipal, types: ["object", "null"]),
        ["may"] = Rows(mayNot: false, new() { ["action"] = Request() }),
        ["mayNot"] = Rows(
            mayNot: true,
            new() { ["action"] = Request(), [ContractReader.Another] = Another(), [ContractReader.ToAnother] = ToAnother() }),
        ["request"] = Map(ContractReader.RequestKeys, OfARequest),
        ["another"] = Map([ContractReader.Another], _ => OneOrMore(new JsonObject { ["enum"] = Texts(Exchanges.ByWord.Keys) })),
        ["toAnother"] = Map([ContractReader.ToAnother], _ => new JsonObject { ["enum"] = Texts([ContractReader.Team]) }),
        ["value"] = new JsonObject { ["type"] = Types("string", "number", "boolean"), ["pattern"] = "." },
    };

    private static JsonObject OfAPrincipal(string key) => key switch
    {
        "name" => Described(
            "Its ARN, or its name in IAM; * stands for anything. Default: its key.",
            new JsonObject
            {
                ["type"] = Types("string", "number", "boolean"), ["pattern"] = $"^(?:{ContractReader.NamePattern})$",
            }),
        "foreignReach" => Described(
            "How many of AWS's actions it may use at most on what is not its own. Default: none but logins and lists.",
            new JsonObject
            {
                ["type"] = Types("integer", "string"), ["minimum"] = 0, ["maximum"] = int.MaxValue, ["pattern"] = "^[0-9]+$",
            }),
        "resourcePrefixes" => Described(
            "What the names of jobs, models, endpoints and the like begin with that are its own. "
            + "Default: what those under may have in common.",
            OneOrMore(Ref("value"))),
        "mfa" => Described(
            "Whether it is signed in with MFA whenever it asks for something. Default: false.",
            new JsonObject { ["type"] = Types("boolean", "string"), ["pattern"] = "^(true|false)$" }),
        "sourceAddresses" => Described(
            "Where it asks from: IP addresses, and ranges of them. Default: its requests say nothing of it.",
            OneOrMore(Ref("value"))),
        "policies" => Described(
            "The names of its policies that the stack makes, beside those that begin with its key, where it was there before the stack.",
            OneOrMore(Ref("value"))),
        "boundary" => Described(
            "The permissions boundary that it has to bear: its ARN, or its name without Pulumi's random ending. Default: any or none.",
            Ref("value")),
        "team" => Described(
            "The team that it is of, beside those whose roles it passes or assumes, and those who pass its role. Default: none.",
            Ref("value")),
        "may" => Described("What it must be able to do: tasks and requests.", Ref("may")),
        "mayNot" => Described("What it must not be able to do: tasks and requests.", Ref("mayNot")),
        _ => throw new ArgumentOutOfRangeException(nameof(key), key, "There is no schema for this key."),
    };

    private static JsonObject OfARequest(string key) => key switch
    {
        "action" => Described(
            "An action: s3:GetObject say.", new JsonObject { ["type"] = "string", ["pattern"] = $"^(?:{ContractReader.ActionPattern})$" }),
        "on" => Described("The ARN of a resource, or *. Default: *.", Ref("value")),
        "with" => Described(
            "Its condition keys. Default: none.",
            new JsonObject { ["type"] = Types("object", "null"), ["additionalProperties"] = Ref("value") }),
        _ => throw new ArgumentOutOfRangeException(nameof(key), key, "There is no schema for this key."),
    };

    /// <summary>A list of rows. What a row is, one of its keys says.</summary>
    /// <param name="mayNot">Whether it is of what a principal may not do, which needs to say less.</param>
    /// <param name="others">What is no task: the description and the schema of such a row, by that key.</param>
    private static JsonObject Rows(bool mayNot, Dictionary<string, (string About, JsonNode Row)> others)
    {
        var kinds = TaskLibrary.Tasks.Values.Select(task => task.Value).OrderBy(task => task.Name, StringComparer.Ordinal)
            .Select(task => (Key: task.Name, task.About, Row: (JsonNode)Row(task, mayNot)))
            .Concat(others.Select(other => (other.Key, other.Value.About, other.Value.Row)))
            .ToList();
        return new JsonObject
        {
            ["type"] = "array",
            ["items"] = new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject(kinds.Select(kind =>
                    KeyValuePair.Create(kind.Key, (JsonNode?)new JsonObject { ["description"] = kind.About }))),
                ["anyOf"] = new JsonArray([.. kinds.Select(kind => (JsonNode)Required(kind.Key))]),
                ["allOf"] = new JsonArray([.. kinds.Select(kind =>
                    (JsonNode)new JsonObject { ["if"] = Required(kind.Key), ["then"] = kind.Row })]),
            },
        };
    }

    private static (string About, JsonNode Row) Request() => ("A single request to AWS.", Ref("request"));

    private static (string About, JsonNode Row) Another() =>
        ("All that the principal may do, with one thing exchanged for someone else's.", Ref("another"));

    private static (string About, JsonNode Row) ToAnother() =>
        ("All that the principals of other teams of the stack may do, done by this one.", Ref("toAnother"));

    private static JsonObject Row(TaskDefinition task, bool mayNot)
    {
        var row = Map(task.Parameters.Keys, name => OrNone(task.Parameters[name], name == task.Name || task.Parameters[name].Kind.IsList
            ? OneOrMore(Ref(task.Parameters[name].Kind.Word))
            : Ref(task.Parameters[name].Kind.Word)));
        row["required"] = Texts(task.Parameters
            .Where(parameter => !parameter.Value.Optional && !(parameter.Value.MayBeNone && mayNot)).Select(parameter => parameter.Key));
        return row;
    }

    private static JsonObject OrNone(TaskParameter parameter, JsonObject schema) => parameter.MayBeNone
        ? new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["const"] = TaskParameter.None }, schema) }
        : schema;

    private static JsonObject SchemaOf(ParameterKind kind)
    {
        var schema = new JsonObject
        {
            ["description"] = $"It is {kind.Expected}.",
            ["pattern"] = $"^(?:{kind.Pattern})$",
            ["type"] = kind.JsonTypes is [var only] ? only : Texts(kind.JsonTypes),
        };
        if (kind.Bounds is var (least, most))
        {
            (schema["minimum"], schema["maximum"]) = (least, most);
        }

        return schema;
    }

    private static JsonObject Map(IEnumerable<string> keys, Func<string, JsonNode> schemaOf, string[]? types = null) => new()
    {
        ["type"] = types is null ? "object" : Types(types),
        ["properties"] = Properties(keys, schemaOf),
        ["additionalProperties"] = false,
    };

    private static JsonObject Properties(IEnumerable<string> keys, Func<string, JsonNode> schemaOf) =>
        new(keys.Select(key => KeyValuePair.Create(key, (JsonNode?)schemaOf(key))));

    private static JsonObject OneOrMore(JsonObject schema) => new()
    {
        ["anyOf"] = new JsonArray(
            schema,
            new JsonObject { ["type"] = "array", ["items"] = schema.DeepClone(), ["minItems"] = 1 }),
    };

    // Draft 7 reads nothing beside a reference.
    private static JsonObject Described(string description, JsonObject schema) =>
        new() { ["description"] = description, ["allOf"] = new JsonArray(schema) };

    private static JsonObject Required(string key) => new() { ["required"] = new JsonArray(key) };

    private static JsonObject Ref(string definition) => new() { ["$ref"] = $"#/definitions/{definition}" };

    private static JsonArray Types(params string[] types) => Texts(types);

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);
}
