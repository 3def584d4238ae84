using SageMakerIam.Settings;
using SageMakerIam.Settings.Reading;
using SageMakerIam.Tests.Schemas;

namespace SageMakerIam.Tests.Readme;

/// <summary>The tables of the words of a setting in docs/settings.md, written from what the settings declare of themselves.</summary>
internal static class WordTables
{
    /// <summary>The words of an enumeration, or those of ML activities, as Markdown.</summary>
    public static string Of(Type type)
    {
        IEnumerable<(string Word, string Meaning)> rows = type == typeof(MLActivity)
            ? MLActivity.All.Select(activity => (activity.Word, Documentation.Summary(activity.GetType())))
            : Enum.GetValues(type).Cast<Enum>().Zip(Vocabulary.Of(type).Words, (value, word) => (word, Documentation.Summary(value)));
        return $"| word | {Head(type)} |\n| --- | --- |\n{string.Concat(rows.Select(row => $"| `{row.Word}` | {row.Meaning} |\n"))}";
    }

    private static string Head(Type type) => type.Name switch
    {
        nameof(MLActivity) => "what it allows, on SageMaker resources whose names begin with one of `resourcePrefixes`",
        nameof(S3AccessLevel) => "what it allows",
        nameof(ClientDefaults) => "the client, and the names that it gives",
        _ => "what it means",
    };
}
