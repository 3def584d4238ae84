using System.Text.RegularExpressions;

namespace Offline.Generator;

/// <summary>One type of a listing with its members.</summary>
internal sealed class ApiType
{
    private static readonly Regex Line = new(
        @"^(?<modifier>sealed |static )?(?<kind>class|struct) (?<name>[\w.]+)( : (?<base>[\w.]+))?"
            + @"( \[ResourceType\(""(?<token>[^""]+)""\)\])?$");

    private ApiType(Match line)
    {
        FullName = line.Groups["name"].Value;
        IsStatic = line.Groups["modifier"].Value == "static ";
        IsStruct = line.Groups["kind"].Value == "struct";
        Base = line.Groups["base"].Success ? line.Groups["base"].Value : null;
        Token = line.Groups["token"].Success ? line.Groups["token"].Value : null;
    }

    public string FullName { get; }

    public string Name => FullName.Substring(FullName.LastIndexOf('.') + 1);

    public string Namespace => FullName.Substring(0, FullName.LastIndexOf('.'));

    public bool IsStatic { get; }

    /// <summary>Whether it is an enum of Pulumi's, which are structs.</summary>
    public bool IsStruct { get; }

    public string? Base { get; }

    /// <summary>A resource's type token.</summary>
    public string? Token { get; }

    public List<ApiMember> Members { get; } = [];

    public IEnumerable<ApiMember> Properties => Members.Where(member => member.HasAccessors);

    /// <summary>The property's private field, which carries the attribute in its place; null when it has none.</summary>
    public ApiMember? FieldOf(ApiMember property) => Members.FirstOrDefault(member =>
        !member.HasAccessors && string.Equals(member.Name, "_" + property.Name, System.StringComparison.OrdinalIgnoreCase));

    public static List<ApiType> ParseListing(string listing)
    {
        var lines = listing.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0).ToList();
        var types = lines.Select(line => Line.Match(line)).Where(match => match.Success).Select(match => new ApiType(match)).ToList();
        var byName = types.ToDictionary(type => type.FullName);
        foreach (var line in lines.Where(line => !Line.IsMatch(line)))
        {
            var text = line.StartsWith("static ", System.StringComparison.Ordinal) ? line.Substring("static ".Length) : line;
            var end = text.LastIndexOf('.', text.IndexOfAny([' ', '(']));
            byName[text.Substring(0, end)].Members.Add(ApiMember.Parse(text.Substring(end + 1)));
        }

        return types;
    }
}
