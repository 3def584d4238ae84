using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rehearsal.Engine;
using Rehearsal.Providers.Aws;
using YamlDotNet.RepresentationModel;

namespace Rehearsal.StackFiles;

/// <summary>The configuration in one stack file.</summary>
/// <param name="Path">The file's path.</param>
/// <param name="Program">What the program is given of it.</param>
/// <param name="StoodInFor">
/// The keys with the lines of their encrypted values, in the order of the file. A rehearsal has no key to decrypt them; a
/// made-up value stands in for each.
/// </param>
internal sealed record StackConfig(string Path, ProgramConfig Program, ImmutableArray<(string Key, long Line)> StoodInFor)
{
    // What the rehearsal itself has to know.
    private static readonly ImmutableArray<string> NeverStoodInFor =
        ["aws:region", "aws:allowedAccountIds", "aws:assumeRoles", "aws:defaultTags"];

    private const string Shape = "A stack file is a mapping with the key config, and under it aws:region: us-east-1, say.";

    /// <summary>The settings of the stack's default AWS provider.</summary>
    public PropertyMap AwsSettings => Program.SettingsOf(AwsProvider.Package);

    /// <summary>Reads a stack file.</summary>
    /// <exception cref="BadInputException">It cannot be used.</exception>
    public static StackConfig Read(string path, PulumiProject project)
    {
        var config = YamlFile.Read(path, Shape).Entry("config") switch
        {
            YamlMappingNode mapping => mapping,
            null => throw new BadInputException(path, "it has no config.", Shape),
            var other => throw new BadInputException($"{path}:{other.Start.Line}", "config is not a mapping.", Shape),
        };

        var values = project.ConfigDefaults.ToBuilder();
        var stoodInFor = ImmutableArray.CreateBuilder<(string Key, long Line)>();
        foreach (var (key, value) in config)
        {
            var name = QualifiedKey(((YamlScalarNode)key).Value!, project.Name);
            var text = ConfigValue.ToText(value, place =>
            {
                if (NeverStoodInFor.Contains(name))
                {
                    throw new BadInputException(
                        $"{path}:{place.Line}",
                        $"{name} holds an encrypted value, which a rehearsal has no key to decrypt, and has to know.",
                        $"Set it again with --plaintext in place of --secret: {name} is no secret.");
                }

                stoodInFor.Add((name, place.Line));
                return ConfigValue.MadeUp(place);
            });
            if (text is not null)
            {
                values[name] = text;
            }
        }

        var program = new ProgramConfig(
            values.ToImmutable(), [.. stoodInFor.Select(value => value.Key)], System.IO.Path.GetFullPath(path));
        if (string.IsNullOrEmpty(AwsProviderSettings.Region(program.SettingsOf(AwsProvider.Package))))
        {
            throw new BadInputException(
                path,
                $"config has no aws:region, and {string.Join(" and ", AwsProviderSettings.RegionVariables)} are not set.",
                "Add the region that the stack works in, for example aws:region: us-east-1.");
        }

        CheckAccounts(path, values.GetValueOrDefault("aws:allowedAccountIds"));
        if (program.Size > ProgramConfig.MaxSize)
        {
            throw new BadInputException(
                path,
                $"its configuration takes {program.Size:N0} bytes, and an engine passes it to the program in an environment variable, "
                + $"which holds {ProgramConfig.MaxSize:N0}.",
                "Divide the stack into several.");
        }

        return new StackConfig(path, program, stoodInFor.ToImmutable());
    }

    /// <summary>A key with its namespace, which is the project's name when it is left out.</summary>
    public static string QualifiedKey(string key, string project) =>
        key.Contains(':', StringComparison.Ordinal) ? key : $"{project}:{key}";

    private static void CheckAccounts(string path, string? accounts)
    {
        if (accounts is null)
        {
            return;
        }

        JsonArray? list;
        try
        {
            list = JsonNode.Parse(accounts) as JsonArray;
        }
        catch (JsonException)
        {
            list = null;
        }

        if (list is null || list.Any(account => account?.ToString() is not { Length: 12 } number || !number.All(char.IsAsciiDigit)))
        {
            throw new BadInputException(
                path,
                $"aws:allowedAccountIds is {accounts}.",
                "It is a list of account numbers of 12 digits, each in quotes, for example [\"123456789012\"].");
        }
    }
}
