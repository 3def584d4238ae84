using System.Text.RegularExpressions;

namespace Offline.Generator;

/// <summary>One member's line of a listing.</summary>
internal sealed class ApiMember
{
    private static readonly Regex Property = new(
        @"^(?<name>\w+)(?<access> \{get\}| \{get set\}| \{set\})? : (?<type>[^\[]*(\[\][^\[]*)*?)"
        + @"( \[(?<mark>Input|Output)\((?<arguments>.*)\)\])?$");

    private static readonly Regex Method = new(@"^(?<name>\w+)\((?<parameters>.*)\)( -> (?<type>.+))?$");

    private ApiMember(string name, string type, string? access, string? parameters, string? mark, string? wireName)
    {
        Name = name;
        Type = CSharp.TypeName(type);
        HasAccessors = access is not null;
        Parameters = parameters;
        Mark = mark;
        WireName = wireName;
    }

    public string Name { get; }

    /// <summary>The type as C# writes it.</summary>
    public string Type { get; }

    /// <summary>Whether this is a property; a field and a method have none.</summary>
    public bool HasAccessors { get; }

    /// <summary>A method's parameters; null for a property or a field.</summary>
    public string? Parameters { get; }

    /// <summary>The attribute that puts the member on the wire, with its arguments; null when it has none.</summary>
    public string? Mark { get; }

    /// <summary>The name that the attribute gives the member on the wire.</summary>
    public string? WireName { get; }

    public bool IsRequired => Mark?.Contains("\", true,") == true;

    public static ApiMember Parse(string text)
    {
        if (Method.Match(text) is { Success: true } method)
        {
            return new(method.Groups["name"].Value, method.Groups["type"].Value, null, method.Groups["parameters"].Value, null, null);
        }

        var property = Property.Match(text);
        var mark = property.Groups["mark"].Success
            ? $"global::Pulumi.{property.Groups["mark"].Value}({property.Groups["arguments"].Value})"
            : null;
        return new(
            property.Groups["name"].Value,
            property.Groups["type"].Value,
            property.Groups["access"].Success ? property.Groups["access"].Value : null,
            null,
            mark,
            mark is null ? null : property.Groups["arguments"].Value.Split('"')[1]);
    }
}
