using System.Text.RegularExpressions;

namespace Offline.Generator;

/// <summary>How C# writes what a listing names.</summary>
internal static class CSharp
{
    private static readonly Regex Name = new(@"[A-Za-z_][\w.]*");
    private static readonly Regex Parameter = new(@"(?<type>[^ ,]+(<[^>]*>)?) (?<name>\w+)(?<default> = default)?(, |$)");

    public static string TypeName(string listed) => Name.Replace(listed, name => "global::" + name.Value);

    public static string Parameters(string listed) => string.Join(", ", Parameter.Matches(listed).Cast<Match>().Select(parameter =>
        TypeName(parameter.Groups["type"].Value)
        + (parameter.Groups["default"].Success ? "? " : " ")
        + parameter.Groups["name"].Value
        + parameter.Groups["default"].Value));

    public static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);
}
