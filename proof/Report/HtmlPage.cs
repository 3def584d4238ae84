using System.Xml.Linq;

namespace Proof.Report;

/// <summary>An HTML page that needs nothing else.</summary>
public static class HtmlPage
{
    private const string StyleMark = "/* report.css */";

    /// <summary>Writes a page.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="content">What its body holds.</param>
    public static string Write(string title, params IEnumerable<object?> content)
    {
        var page = new XElement(
            "html",
            new XAttribute("lang", "en"),
            new XElement(
                "head",
                new XElement("meta", new XAttribute("charset", "utf-8")),
                new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
                new XElement("title", title),
                new XElement("style", StyleMark)),
            new XElement("body", content));

        // In HTML, unlike in XML, a style sheet is not escaped.
        return $"<!doctype html>\n{page.ToString(SaveOptions.DisableFormatting).Replace(StyleMark, Style(), StringComparison.Ordinal)}\n";
    }

    private static string Style()
    {
        using var reader = new StreamReader(typeof(HtmlPage).Assembly.GetManifestResourceStream("report.css")!);
        return reader.ReadToEnd();
    }
}
