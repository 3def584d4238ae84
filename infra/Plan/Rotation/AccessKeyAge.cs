using System.Globalization;

namespace SageMakerIam.Plan.Rotation;

/// <summary>The age of access keys.</summary>
internal static class AccessKeyAge
{
    /// <summary>What to warn of; null if the key is not old.</summary>
    /// <param name="deployer">The deployer's name in the configuration.</param>
    /// <param name="createDate">When the key was made, in the form of RFC 3339.</param>
    /// <param name="maxAgeDays">After how many days it is old.</param>
    /// <param name="now">The present time.</param>
    public static string? Warning(string deployer, string createDate, int maxAgeDays, DateTimeOffset now)
    {
        var age = (now - DateTimeOffset.Parse(createDate, CultureInfo.InvariantCulture)).Days;
        return age > maxAgeDays
            ? $"The access key of deployers.{deployer} is {age} days old, and was to be {maxAgeDays} at most: rotate it. "
                + "Raise accessKey.generation by one, with previous: active."
            : null;
    }
}
