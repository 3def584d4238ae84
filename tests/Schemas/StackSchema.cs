using System.Text.Json.Nodes;
using SageMakerIam.Settings;
using SageMakerIam.Settings.Reading;
using SageMakerIam.Settings.Reading.Kinds;

namespace SageMakerIam.Tests.Schemas;

/// <summary>The JSON schema of a stack file, written from what the settings declare of themselves.</summary>
internal static class StackSchema
{
    private const string Project = "sagemaker-iam";

    private static readonly SettingsType Stack = SettingsType.Of(typeof(StackSettings));

    /// <summary>The schema as JSON, indented.</summary>
    public static string Render() => SchemaFile.Render(new JsonObject
    {
        ["$schema"] = "http://json-schema.org/draft-07/schema#",
        ["title"] = "A stack file of sagemaker-iam: Pulumi.STACK.yaml",
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            ["config"] = new JsonObject
            {
                ["type"] = "object",
                ["properties"] = Properties(Stack.Settings, $"{Project}:"),
                ["propertyNames"] = new JsonObject { ["pattern"] = $"^(?!{Project}:(?!({string.Join('|', Stack.Keys)})$))" },
            },
        },
        ["required"] = new JsonArray("config"),
    });

    private static JsonObject Properties(IEnumerable<Setting> settings, string before = "") =>
        new(settings.Select(setting => KeyValuePair.Create(before + setting.Key, (JsonNode?)SchemaOf(setting))));

    private static JsonObject SchemaOf(Setting setting)
    {
        var schema = SchemaOf(setting.Kind);
        return new JsonObject
        {
            ["description"] = Documentation.Summary(setting.Property),
            // A key without a value is the same as none.
            ["anyOf"] = setting.IsRequired ? new JsonArray(schema) : new JsonArray(schema, new JsonObject { ["type"] = "null" }),
        };
    }

    private static JsonObject SchemaOf(SettingKind kind) => kind switch
    {
        // Pulumi's own configuration commands store booleans, and numbers too, as text.
        BooleanKind => AnyOf(new JsonObject { ["type"] = "boolean" }, Text("[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]")),
        WholeNumberKind number => AnyOf(
            new JsonObject { ["type"] = "integer", ["minimum"] = number.Bounds.Least, ["maximum"] = number.Bounds.Most },
            Text("[0-9]+")),
        TextKind text => Text(text.Format.Pattern),
        WordKind word => new JsonObject { ["enum"] = new JsonArray([.. word.Vocabulary.Words.Select(known => (JsonNode)known)]) },
        KeyOrTextKind other => AnyOf(Text(other.Text.Format.Pattern), new JsonObject { ["type"] = "string" }),
        KeyKind => new JsonObject { ["type"] = "string" },
        ListKind list => List(list),
        MapKind map => new JsonObject
        {
            ["type"] = "object",
            ["propertyNames"] = Text(map.Keys.Pattern),
            ["additionalProperties"] = SchemaOf(map.Entries),
        },
        SecretTextsKind texts => new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = AnyOf(
                Text(texts.Format.Pattern), new JsonObject { ["type"] = "object", ["required"] = new JsonArray("secure") }),
        },
        RecordKind record => SchemaOf(record.Type),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no schema for this kind."),
    };

    private static JsonObject List(ListKind list)
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = SchemaOf(list.Item), ["uniqueItems"] = true };
        if (list.NotEmpty)
        {
            schema["minItems"] = 1;
        }

        return list.OrOne ? AnyOf(SchemaOf(list.Item), schema) : schema;
    }

    private static JsonObject SchemaOf(SettingsType type)
    {
        var map = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = Properties(type.Settings),
            ["additionalProperties"] = false,
            ["required"] = new JsonArray([.. type.Settings.Where(setting => setting.IsRequired).Select(setting => (JsonNode)setting.Key)]),
        };
        var conditions = Conditions(type).ToArray();
        if (conditions.Length > 0)
        {
            map["allOf"] = new JsonArray(conditions);
        }

        return type switch
        {
            { IsTrueOrMap: true } => AnyOf(SchemaOf(new BooleanKind()), map),
            { ListMeans: { } key } => AnyOf(SchemaOf(type.SettingOf(key).Kind), map),
            _ => map,
        };
    }

    private static IEnumerable<JsonNode> Conditions(SettingsType type)
    {
        if (type.ExactlyOneOf is { } oneOf)
        {
            yield return new JsonObject
            {
                ["oneOf"] = new JsonArray([.. oneOf.Settings.Select(name => (JsonNode)Given(Setting.KeyOf(name)))]),
            };
        }

        foreach (var setting in type.Settings)
        {
            if (setting.NeededWith is { } list)
            {
                yield return If(Has(list, new JsonObject { ["type"] = "array", ["minItems"] = 1 }), Given(setting.Key));
            }

            if (setting.OnlyWith is { } only)
            {
                var other = Given(Setting.KeyOf(only.Other));
                yield return If(only.Given ? Not(other) : other, Not(Given(setting.Key)));
            }
        }
    }

    private static JsonObject Given(string key) => Has(key, Not(new JsonObject { ["type"] = "null" }));

    private static JsonObject Has(string key, JsonObject value) =>
        new() { ["required"] = new JsonArray(key), ["properties"] = new JsonObject { [key] = value } };

    private static JsonObject If(JsonObject condition, JsonObject then) => new() { ["if"] = condition, ["then"] = then };

    private static JsonObject Not(JsonObject schema) => new() { ["not"] = schema };

    private static JsonObject AnyOf(params JsonNode[] schemas) => new() { ["anyOf"] = new JsonArray(schemas) };

    private static JsonObject Text(string pattern) => new() { ["type"] = "string", ["pattern"] = $"^(?:{pattern})$" };
}
