using System.Collections.Immutable;
using System.Globalization;
using Rehearsal.StackFiles;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Rehearsal.PulumiCli;

/// <summary>
/// A copy of a project's <c>Pulumi.yaml</c> and stack file, for the CLI to work with: the program is the one that is built already, the
/// backend and the keys for secrets and for AWS are not the user's.
/// </summary>
/// <param name="project">The project.</param>
/// <param name="stack">The stack's name.</param>
/// <param name="folder">The folder of the copy.</param>
internal sealed class ProjectCopy(PulumiProject project, string stack, string folder)
{
    // What names the secrets provider of the user's stack, with its key.
    private const string Salt = "encryptionsalt";
    private static readonly ImmutableArray<string> OfSecrets = [Salt, "encryptedkey", "secretsprovider"];

    // What would lead the provider to other keys, or to AWS itself.
    private static readonly ImmutableArray<string> OfKeys =
    [
        "aws:profile", "aws:accessKey", "aws:secretKey", "aws:token", "aws:sharedConfigFiles", "aws:sharedCredentialsFiles",
        "aws:endpoints",
    ];

    /// <summary>The folder of the copy.</summary>
    public string Folder => folder;

    private string StackFile => Path.Combine(folder, $"Pulumi.{stack}.yaml");

    /// <summary>Writes the copy of <c>Pulumi.yaml</c>.</summary>
    /// <exception cref="BadInputException">The program is not built.</exception>
    public void WriteProject()
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(project.Folder, "Pulumi.yaml");
        var copy = YamlFile.Read(path, "A project file has the keys name, runtime and main.");
        Remove(copy, ["runtime", "backend", "stackConfigDir"]);
        copy.Add("runtime", new YamlMappingNode(
            new YamlScalarNode("name"),
            new YamlScalarNode("dotnet"),
            new YamlScalarNode("options"),
            new YamlMappingNode("binary", new YamlScalarNode(project.Binary ?? project.Assembly()) { Style = ScalarStyle.DoubleQuoted })));
        if ((copy.Entry("main") as YamlScalarNode)?.Value is { } main)
        {
            var link = Path.Combine(folder, main);
            Directory.CreateDirectory(Path.GetDirectoryName(link)!);
            Directory.CreateSymbolicLink(link, project.MainFolder);
        }

        Write(copy, Path.Combine(folder, "Pulumi.yaml"));
    }

    /// <summary>
    /// Writes the copy of a stack file, and answers the encrypted values in it by their paths: nobody here can decrypt them, and a made-up
    /// one stands in for each.
    /// </summary>
    /// <param name="file">The stack file.</param>
    public ImmutableArray<(string Path, string Value)> WriteStack(string file)
    {
        var copy = YamlFile.Read(file, "A stack file is a mapping with the key config.");
        Remove(copy, OfSecrets);
        var secrets = ImmutableArray.CreateBuilder<(string Path, string Value)>();
        if (copy.Entry("config") is YamlMappingNode config)
        {
            Remove(config, OfKeys);
            StandIn(config, "", secrets);
        }

        // The one by which the CLI decrypts what it has encrypted itself.
        if (File.Exists(StackFile) && YamlFile.Read(StackFile, "").Entry(Salt) is { } salt)
        {
            copy.Add(Salt, salt);
        }

        Write(copy, StackFile);
        return secrets.ToImmutable();
    }

    private static void StandIn(YamlNode node, string path, ImmutableArray<(string Path, string Value)>.Builder secrets)
    {
        if (node is YamlSequenceNode list)
        {
            for (var i = 0; i < list.Children.Count; i++)
            {
                var at = string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]");
                list.Children[i] = StoodInFor(list.Children[i], at, secrets);
            }
        }
        else if (node is YamlMappingNode map)
        {
            foreach (var key in map.Children.Keys.ToList())
            {
                var name = ((YamlScalarNode)key).Value!;
                map.Children[key] = StoodInFor(map.Children[key], path.Length == 0 ? name : $"{path}[\"{name}\"]", secrets);
            }
        }
    }

    private static YamlNode StoodInFor(YamlNode node, string path, ImmutableArray<(string Path, string Value)>.Builder secrets)
    {
        if (node is not YamlMappingNode { Children.Count: 1 } map || map.Entry("secure") is not YamlScalarNode)
        {
            StandIn(node, path, secrets);
            return node;
        }

        var value = ConfigValue.MadeUp(node.Start);
        secrets.Add((path, value));
        return new YamlScalarNode(value);
    }

    private static void Remove(YamlMappingNode mapping, IEnumerable<string> keys)
    {
        foreach (var key in mapping.Children.Keys.Where(key => keys.Contains(((YamlScalarNode)key).Value)).ToList())
        {
            mapping.Children.Remove(key);
        }
    }

    private static void Write(YamlMappingNode mapping, string path)
    {
        using var text = new StringWriter();
        new YamlStream(new YamlDocument(mapping)).Save(text, assignAnchors: false);
        File.WriteAllText(path, text.ToString().Replace("\n...", "", StringComparison.Ordinal));
    }
}
