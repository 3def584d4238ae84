namespace SageMakerIam.Settings.Reading;

/// <summary>Reads the <c>accessKey</c> of a deployer.</summary>
internal static class AccessKeyReader
{
    private const int MostGenerations = 10_000;
    private const int TenYears = 3_650;

    private static readonly AccessKeySettings Default = new();

    public static AccessKeySettings Read(SettingsReader entry)
    {
        var previous = entry.Key("previous");
        var settings = new AccessKeySettings
        {
            Generation = entry.Key("generation")?.WholeNumber(1, MostGenerations, "generations") ?? Default.Generation,
            Previous = previous?.Word(Vocabularies.PreviousAccessKeys) ?? Default.Previous,
            MaxAgeDays = entry.Key("maxAgeDays")?.WholeNumber(1, TenYears, "days") ?? Default.MaxAgeDays,
        };
        if (settings is { Generation: 1, Previous: not PreviousAccessKey.Gone })
        {
            previous?.Report("Generation 1 has none before it: raise the generation, or leave previous out");
        }

        entry.RejectOtherKeys();
        return settings;
    }
}
