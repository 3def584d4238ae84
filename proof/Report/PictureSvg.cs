using System.Globalization;
using System.Xml.Linq;
using Proof.Results;

namespace Proof.Report;

/// <summary>Draws an <see cref="AccessPicture"/>: identities, services, execution roles and resources, from left to right.</summary>
internal sealed class PictureSvg
{
    private const int Width = 1180;
    private const int BoxWidth = 200;
    private const int ResourceWidth = 325;
    private const int Line = 16;
    private const int Gap = 18;
    private const int Top = 34;

    // A service that uses a resource by itself has no colour of its own.
    private const string OfServices = "#777f8a";

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly string[] Colours = ["#1d6fb8", "#6b4fbb", "#1a7f4b", "#b86a1d", "#a3318c", "#3c8d93", "#7a6a1f", "#4d5a6b"];
    private static readonly int[] Columns = [15, 330, 605, Width - ResourceWidth - 10];

    private readonly AccessPicture picture;
    private readonly Dictionary<string, string> colours;
    private readonly Dictionary<string, (int X, int Y, int Width, int Height)> boxes = [];
    private readonly List<XElement> edges = [];
    private readonly List<XElement> nodes = [];

    private PictureSvg(AccessPicture picture)
    {
        this.picture = picture;
        colours = picture.Identities.Concat(picture.Roles).Select((name, at) => (name, Colour: Colours[at % Colours.Length]))
            .ToDictionary(pair => pair.name, pair => pair.Colour);
    }

    /// <summary>Draws the picture of a proof.</summary>
    public static XElement Of(ProofResult proof) => new PictureSvg(AccessPicture.Of(proof)).Draw(proof);

    private XElement Draw(ProofResult proof)
    {
        var hatches = proof.Hatches.ToLookup(hatch => proof.NameOf(hatch.Arn), hatch => hatch.Policy);
        var height = new[]
        {
            Column(0, "identity", picture.Identities.Select(name => (name, Notes(name, hatches)))),
            Column(1, "service", picture.Services.Select(name => (name, Array.Empty<string>()))),
            Column(2, "role", picture.Roles.Select(name => (name, Notes(name, hatches)))),
            Resources(),
        }.Max();
        var passes = picture.Passes.Where(pass => boxes.ContainsKey(pass.Identity) && boxes.ContainsKey(pass.Service));
        foreach (var (identity, role, service, broken) in passes)
        {
            Edge(identity, service, broken ? "#c22626" : "#b86a1d", $"passes {Short(role)}");
        }

        var assumptions = picture.Assumptions
            .Where(assumption => boxes.ContainsKey(assumption.By) && boxes.ContainsKey(assumption.Role));
        foreach (var (by, role, broken) in assumptions)
        {
            Edge(by, role, broken ? "#c22626" : "#6b4fbb", "assumes");
        }

        string[] titles = ["Identities", "Services", "Execution roles", "Resources, and who may do what"];
        return new XElement(
            Svg + "svg",
            new XAttribute("viewBox", $"0 0 {Width} {height + Gap}"),
            new XAttribute("role", "img"),
            new XElement(Svg + "title", "Who may assume, pass, read and write what"),
            edges,
            nodes,
            titles.Zip(Columns, (title, x) => Text(x, 20, title, "small")));
    }

    private static string[] Notes(string name, ILookup<string, string> hatches) => [.. hatches[name].Select(policy => $"⚠ {policy}")];

    private int Column(int column, string kind, IEnumerable<(string Name, string[] Notes)> entries)
    {
        var y = Top;
        foreach (var (name, notes) in entries)
        {
            var height = 34 + (notes.Length * Line);
            Box(name, Columns[column], y, BoxWidth, height, notes.Length > 0 ? $"{kind} broken" : kind);
            nodes.Add(Text(Columns[column] + 10, y + 21, $"{Short(name)}{Kind(name)}", "title", colours.GetValueOrDefault(name)));
            nodes.AddRange(notes.Select((note, at) => Text(Columns[column] + 10, y + 21 + ((at + 1) * Line), Fit(note, 31), "small red")));
            y += height + Gap + 10;
        }

        return y;
    }

    private int Resources()
    {
        var y = Top;
        foreach (var resource in picture.Resources)
        {
            var lines = resource.Uses.SelectMany(
                use => Wrap($"{Short(use.By)} {string.Join(", ", use.Verbs)}", 46)
                    .Select((text, at) => (use, text, First: at == 0))).ToList();
            var height = 28 + (lines.Count * Line);
            Box(resource.Name, Columns[3], y, ResourceWidth, height, resource.Uses.Any(use => use.Broken) ? "broken" : "");
            nodes.Add(Text(Columns[3] + 10, y + 18, Fit(resource.Name, 40), "title"));
            foreach (var ((use, text, first), at) in lines.Select((line, at) => (line, at)))
            {
                var lineY = y + 18 + ((at + 1) * Line);
                nodes.Add(
                    Text(
                        Columns[3] + (first ? 10 : 20),
                        lineY,
                        text + (use.Broken ? ", against the contract" : ""),
                        use.Broken ? "red" : "",
                        colours.GetValueOrDefault(use.By)));
                if (first && boxes.TryGetValue(use.By, out var from))
                {
                    var bend = (Columns[3] - from.X - from.Width) / 2;
                    edges.Add(
                        Curve(
                            from.X + from.Width,
                            from.Y + (from.Height / 2),
                            Columns[3],
                            lineY - 4,
                            use.Broken ? "#c22626" : colours.GetValueOrDefault(use.By, OfServices),
                            0.45,
                            bend,
                            bend));
                }
            }

            y += height + 10;
        }

        return y;
    }

    private void Box(string name, int x, int y, int width, int height, string kind)
    {
        boxes[name] = (x, y, width, height);
        nodes.Add(new XElement(
            Svg + "rect",
            new XAttribute("class", $"box {kind}".TrimEnd()),
            new XAttribute("x", x), new XAttribute("y", y), new XAttribute("width", width), new XAttribute("height", height),
            new XAttribute("rx", 5)));
    }

    private void Edge(string from, string to, string colour, string label)
    {
        var (a, b) = (boxes[from], boxes[to]);
        var (x1, y1, x2, y2) = (a.X + a.Width, a.Y + (a.Height / 2), b.X, b.Y + (b.Height / 2));
        // Within a column the edge leaves and enters at the right.
        var within = x1 > x2;
        var (end, tip) = within ? (b.X + b.Width, 7) : (x2, -7);
        edges.Add(Curve(x1, y1, end, y2, colour, 1, within ? 45 : (x2 - x1) / 2, within ? -45 : (x2 - x1) / 2));
        nodes.Add(new XElement(
            Svg + "polygon",
            new XAttribute("points", $"{end},{y2} {end + tip},{y2 - 4} {end + tip},{y2 + 4}"),
            new XAttribute("fill", colour)));
        var text = Text(within ? x1 + 40 : (x1 + x2) / 2, ((y1 + y2) / 2) + (within ? 4 : -6), Fit(label, 22), "small", colour);
        text.Add(new XAttribute("text-anchor", within ? "start" : "middle"));
        nodes.Add(text);
    }

    private static XElement Curve(int x1, int y1, int x2, int y2, string colour, double opacity, int leave, int enter) => new(
        Svg + "path",
        new XAttribute("d", $"M {x1} {y1} C {x1 + leave} {y1}, {x2 - enter} {y2}, {x2} {y2}"),
        new XAttribute("stroke", colour),
        new XAttribute("stroke-opacity", opacity.ToString(CultureInfo.InvariantCulture)));

    private static XElement Text(int x, int y, string text, string kind, string? colour = null) => new(
        Svg + "text",
        new XAttribute("x", x),
        new XAttribute("y", y),
        kind.Length > 0 ? new XAttribute("class", kind) : null,
        colour is not null && !kind.EndsWith("red", StringComparison.Ordinal) ? new XAttribute("style", $"fill:{colour}") : null,
        text);

    private static string Short(string name) =>
        name[(name.LastIndexOf('.') + 1)..] is "com" ? name : name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..];

    private static string Kind(string name) =>
        name.Split('.')[0] switch { "deployers" => ", deployer", "passRoleGrants" => ", grant", "others" => ", outside", _ => "" };

    private static string Fit(string text, int most) => text.Length <= most ? text : $"{text[..(most - 1)]}…";

    private static IEnumerable<string> Wrap(string text, int most)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length + word.Length + 1 > most)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        yield return line;
    }
}
