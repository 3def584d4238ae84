using SageMakerIam.Settings;
using SageMakerIam.Settings.Reading;
using SageMakerIam.Tests.Schemas;

namespace SageMakerIam.Tests.Readme;

/// <summary>The tables of the words of a setting in docs/settings.md, written from what the settings declare of themselves.</summary>
internal static class WordTables
{
    /// <summary>The access levels of a bucket as Markdown.</summary>
    public static string AccessLevels() => Table(
        "| `access` | what it allows |",
        Enum.GetValues<S3AccessLevel>().Select(level => (Vocabulary.Word(level), Documentation.Summary(level))));

    /// <summary>The clients that name what they make as Markdown.</summary>
    public static string Clients() => Table(
        "| `clientDefaults` | the client, and the names that it gives |",
        Enum.GetValues<ClientDefaults>().Select(client => (Vocabulary.Word(client), Documentation.Summary(client))));

    /// <summary>The ML activities as Markdown.</summary>
    public static string Activities() => Table(
        "| `activities` | what it allows, on SageMaker resources whose names begin with one of `resourcePrefixes` |",
        MLActivity.All.Select(activity => (activity.Word, Documentation.Summary(activity.GetType()))));

    private static string Table(string head, IEnumerable<(string Word, string Meaning)> rows) =>
        $"{head}\n| --- | --- |\n{string.Concat(rows.Select(row => $"| `{row.Word}` | {row.Meaning} |\n"))}";
}
