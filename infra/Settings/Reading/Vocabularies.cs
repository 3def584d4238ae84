using System.Text.Json;

namespace SageMakerIam.Settings.Reading;

/// <summary>The vocabularies of the configuration.</summary>
internal static class Vocabularies
{
    /// <summary>Access levels: <c>read</c>, <c>write</c> and so on.</summary>
    public static Vocabulary<S3AccessLevel> S3AccessLevels { get; } = new(CamelCase);

    /// <summary>ML activities: <c>manageJobs</c> and so on.</summary>
    public static Vocabulary<MLActivity> MLActivities { get; } = new(CamelCase);

    /// <summary>Services, by their service principals.</summary>
    public static Vocabulary<TrustedService> Services { get; } = new(TrustedServices.Principal);

    /// <summary>What has become of the previous access key: <c>gone</c>, <c>inactive</c> or <c>active</c>.</summary>
    public static Vocabulary<PreviousAccessKey> PreviousAccessKeys { get; } = new(CamelCase);

    private static string CamelCase<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
