using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SageMakerIam.Settings;

namespace SageMakerIam.Tests.Schemas;

/// <summary>What the settings' docstrings say.</summary>
internal static partial class Documentation
{
    private static readonly XDocument File = XDocument.Load(Path.ChangeExtension(typeof(StackSettings).Assembly.Location, ".xml"));

    /// <summary>The summary of a property on one line, code in backticks.</summary>
    public static string Summary(PropertyInfo property) => Summary($"P:{property.DeclaringType}.{property.Name}");

    /// <summary>The summary of a value of an enumeration on one line, code in backticks.</summary>
    public static string Summary(Enum value) => Summary($"F:{value.GetType()}.{value}");

    /// <summary>The summary of a type on one line, code in backticks.</summary>
    public static string Summary(Type type) => Summary($"T:{type}");

    private static string Summary(string name)
    {
        var member = File.Descendants("member").Single(member => (string?)member.Attribute("name") == name);
        return WhiteSpace().Replace(string.Concat(member.Element("summary")!.Nodes().Select(Text)), " ").Trim();
    }

    private static string Text(XNode node) => node switch
    {
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XText text => text.Value,
        _ => throw new InvalidOperationException($"docs/settings.md cannot show {node}."),
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
