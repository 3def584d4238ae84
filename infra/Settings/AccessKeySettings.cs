using SageMakerIam.Settings.Declarations;

namespace SageMakerIam.Settings;

/// <summary>The access keys of a deployer. A new key is a new generation; the one before it may live on beside it.</summary>
/// <remarks>IAM User Guide, "Update access keys": make the second key, hand it over, deactivate the first, delete it.</remarks>
internal sealed record AccessKeySettings
{
    /// <summary>The generation of the current key, 1 to 10,000; raising it makes a new key. Default: 1.</summary>
    [WholeNumber(1, 10_000, "generations")]
    public int Generation { get; init; } = 1;

    /// <summary>What has become of the key of the generation before. Default: <c>gone</c>.</summary>
    public PreviousAccessKey Previous { get; init; }

    /// <summary>After how many days an update warns that the current key is old, 1 to 3,650. Default: 90.</summary>
    [WholeNumber(1, 3_650, "days")]
    public int MaxAgeDays { get; init; } = 90;

    /// <summary>The generations of keys that these settings ask for.</summary>
    public AccessKeyGenerations ToGenerations() => new(Generation, Previous);
}
