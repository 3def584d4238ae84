using System.Globalization;

namespace Rehearsal.Providers.Aws.Calls;

/// <summary>How long AWS may take to answer.</summary>
/// <param name="Attempt">How long it may say nothing before a call is tried again.</param>
/// <param name="Call">How long a call may take with all its attempts.</param>
internal sealed record AwsLimits(TimeSpan Attempt, TimeSpan Call)
{
    /// <summary>The environment variable with the seconds that a call may take, a whole number; 20 where it is not set.</summary>
    public const string Variable = "REHEARSE_AWS_TIMEOUT_SECONDS";

    private const string DefaultSeconds = "20";
    private const int AttemptsThatSayNothing = 3;

    /// <summary>The limits that the environment sets.</summary>
    /// <exception cref="BadInputException">The variable holds no number of seconds.</exception>
    public static AwsLimits OfEnvironment()
    {
        var text = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : DefaultSeconds;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds is < 1 or > 3_600)
        {
            var remedy = $"Give 1 to 3600, or leave it out for {DefaultSeconds}.";
            throw new BadInputException(Variable, $"'{text}' is no number of seconds.", remedy);
        }

        var call = TimeSpan.FromSeconds(seconds);
        return new AwsLimits(call / AttemptsThatSayNothing, call);
    }
}
