using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Rehearsal.StackFiles;

/// <summary>Reads YAML files whose document is a mapping.</summary>
internal static class YamlFile
{
    /// <summary>The file's mapping.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="shape">What such a file looks like, for the remedy.</param>
    /// <exception cref="BadInputException">The file cannot be read, is empty, or is not such a file.</exception>
    public static YamlMappingNode Read(string path, string shape)
    {
        var stream = new YamlStream();
        Parser? parser = null;
        try
        {
            using var reader = File.OpenText(path);
            parser = new Parser(reader);
            stream.Load(parser);
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException)
        {
            // What the parser throws at some brackets that are never closed, and at some aliases; it has no place of its own.
            throw new BadInputException($"{path}:{parser?.Current?.End.Line}", "this is not YAML.", $"Correct the line. {shape}");
        }
        catch (YamlException fault)
        {
            throw new BadInputException(
                $"{path}:{fault.Start.Line}:{fault.Start.Column}",
                fault.Message.StartsWith("Duplicate key", StringComparison.Ordinal)
                    ? $"{fault.Message}: it stands twice."
                    : $"this is not YAML: {fault.Message}",
                $"Correct the line. {shape}");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(
                path, $"the file cannot be read: {fault.Message}", "Give the path of a file that exists and that you may read.");
        }

        return stream.Documents.Count == 0
            ? throw new BadInputException(path, "the file is empty.", shape)
            : stream.Documents[0].RootNode as YamlMappingNode
                ?? throw new BadInputException(path, "the file is not a mapping of keys to values.", shape);
    }

    /// <summary>A mapping's entry; null when it is absent.</summary>
    public static YamlNode? Entry(this YamlMappingNode mapping, string key) =>
        mapping.Children.FirstOrDefault(entry => entry.Key is YamlScalarNode { Value: var name } && name == key).Value;
}
