using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SageMakerIam.Tests.Schemas;

namespace SageMakerIam.Tests.Policies.Controls;

/// <summary><c>requests.yaml</c>: what each control of a principal takes away, and what it leaves.</summary>
internal static partial class RequestTable
{
    /// <summary>The rows, by the paths of the controls' settings.</summary>
    public static Dictionary<string, RequestRow[]> Rows { get; } = YamlText
        .ToJson(File.ReadAllText(Path.Combine(RepositoryFolder.Path, "tests", "Policies", "Controls", "requests.yaml")))!.AsObject()
        .ToDictionary(table => table.Key, table => table.Value!.AsArray().SelectMany(part => RowsOf(part!)).ToArray());

    private static IEnumerable<RequestRow> RowsOf(JsonNode part) =>
        from action in part["actions"]!.GetValue<string>().Split(' ', StringSplitOptions.RemoveEmptyEntries)
        from line in part["requests"]!.GetValue<string>().Split('\n', StringSplitOptions.RemoveEmptyEntries)
        let row = Row().Match(line)
        select row.Success
            ? new RequestRow(
                row.Groups["value"].Value,
                action,
                row.Groups["outcome"].Value == "allowed",
                InFull($"{(string?)part["beside"]} {row.Groups["context"].Value}".Trim()))
            : throw new InvalidDataException($"no row: '{line}'");

    private static string InFull(string context) => Key().Replace(context, key => key.Value switch
    {
        "first" => ControlledDeployer.Key,
        "second" => ControlledDeployer.SecondKey,
        _ => ControlledDeployer.OtherKey,
    });

    [GeneratedRegex("(?<=KmsKeyArn=)(first|second|other)(?= |$)")]
    private static partial Regex Key();

    [GeneratedRegex("^(?<value>absent|wrong|one of two|right|not carried) +(?<outcome>allowed|denied)( +(?<context>.+))?$")]
    private static partial Regex Row();
}

/// <summary>One request, and what becomes of it with a control.</summary>
/// <param name="Value">
/// What it says of the control: <c>absent</c>, <c>wrong</c>, <c>one of two</c>, <c>right</c>, or <c>not carried</c>.
/// </param>
/// <param name="Action">The action, without <c>sagemaker:</c>.</param>
/// <param name="Allowed">Whether it is allowed.</param>
/// <param name="Context">Its condition keys.</param>
internal sealed record RequestRow(string Value, string Action, bool Allowed, string Context);
