using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Rehearsal.StackFiles;

/// <summary>
/// A configuration value as Pulumi reads it from YAML and hands it to a program
/// (pulumi/pulumi, <c>sdk/go/common/resource/config/object.go</c>, over go-yaml v3).
/// </summary>
internal static partial class ConfigValue
{
    /// <summary>The value in the form that <c>PULUMI_CONFIG</c> has: scalars as text, anything else as JSON text.</summary>
    /// <param name="node">The value in the file.</param>
    /// <param name="decrypt">Answers for the place of each value that is encrypted what it is in clear.</param>
    public static string? ToText(YamlNode node, Func<Mark, string> decrypt) => ToJson(node, decrypt) switch
    {
        null => null,
        JsonValue scalar when scalar.TryGetValue<string>(out var text) => text,
        var json => json.ToJsonString(),
    };

    /// <summary>What stands in for an encrypted value, which a rehearsal has no key to decrypt.</summary>
    /// <param name="place">Where the value stands.</param>
    public static string MadeUp(Mark place) => string.Create(CultureInfo.InvariantCulture, $"made-up-value-of-line-{place.Line}");

    private static JsonNode? ToJson(YamlNode node, Func<Mark, string> decrypt)
    {
        switch (node)
        {
            case YamlScalarNode scalar:
                return Scalar(scalar);
            case YamlSequenceNode list:
                return new JsonArray([.. list.Select(item => ToJson(item, decrypt))]);
            case YamlMappingNode map:
                return map.Children.Count == 1 && map.Entry("secure") is YamlScalarNode
                    ? decrypt(map.Start)
                    : new JsonObject(
                        map.Select(entry => KeyValuePair.Create(((YamlScalarNode)entry.Key).Value!, ToJson(entry.Value, decrypt))));
            default:
                throw new InvalidOperationException($"YAML of kind {node.NodeType} is resolved by its reader.");
        }
    }

    private static JsonNode? Scalar(YamlScalarNode scalar)
    {
        var text = scalar.Value ?? "";
        if (scalar.Style is not ScalarStyle.Plain || scalar.Tag == "tag:yaml.org,2002:str")
        {
            return text;
        }

        return text switch
        {
            "" or "~" or "null" or "Null" or "NULL" => null,
            "true" or "True" or "TRUE" => true,
            "false" or "False" or "FALSE" => false,
            _ when WholeNumber().IsMatch(text)
                && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
            _ when Octal().Match(text) is { Success: true } octal => Convert.ToInt64(octal.Groups[1].Value, 8),
            _ when text.StartsWith("0x", StringComparison.Ordinal)
                && long.TryParse(text[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) => number,
            _ when Real().IsMatch(text) => double.Parse(text, CultureInfo.InvariantCulture),

            // go-yaml takes an unquoted date for a time, and Pulumi writes that out in full.
            _ when Date().IsMatch(text) => $"{text} 00:00:00 +0000 UTC",
            _ => text,
        };
    }

    [GeneratedRegex(@"^[-+]?(0|[1-9][0-9]*)$")]
    private static partial Regex WholeNumber();

    [GeneratedRegex("^0o?([0-7]+)$")]
    private static partial Regex Octal();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")]
    private static partial Regex Real();

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
    private static partial Regex Date();
}
