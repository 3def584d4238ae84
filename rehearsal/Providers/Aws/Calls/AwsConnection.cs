using System.Reflection;
using Proof.Processes;

namespace Rehearsal.Providers.Aws.Calls;

/// <summary>Makes calls to the emulated AWS through the SDK in the Node.js process, which repeats them where that may help.</summary>
/// <param name="starting">The emulator's URL, which calls wait for while it comes up.</param>
/// <param name="limits">How long it may take to answer; null for the limits of the environment.</param>
internal sealed class AwsConnection(Task<Uri> starting, AwsLimits? limits = null) : IDisposable
{
    // As many as an update makes at once by itself. The others of a large stack wait here, where no limit runs yet.
    private const int CallsAtOnce = 16;

    // As the SDK that the provider has writes them.
    private static readonly Dictionary<string, string> Titles = new()
    {
        ["cloudtrail"] = "CloudTrail",
        ["ecr"] = "ECR",
        ["iam"] = "IAM",
        ["kms"] = "KMS",
        ["s3"] = "S3",
        ["secretsmanager"] = "Secrets Manager",
        ["sts"] = "STS",
    };

    // The time for a Node.js process to come up in.
    private static readonly TimeSpan StartOfNode = TimeSpan.FromSeconds(40);

    /// <summary>The AWS SDK for JavaScript.</summary>
    public static NodeModule Sdk { get; } = new(Path.Combine(
        typeof(AwsConnection).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "NodeFolder").Value!,
        "aws.mjs"));

    private readonly AwsLimits limits = limits ?? AwsLimits.OfEnvironment();
    private readonly SemaphoreSlim turns = new(CallsAtOnce);

    /// <param name="endpoint">The URL of an emulator that is up.</param>
    /// <param name="limits">How long it may take to answer; null for the limits of the environment.</param>
    public AwsConnection(Uri endpoint, AwsLimits? limits = null)
        : this(Task.FromResult(endpoint), limits)
    {
    }

    /// <summary>The first call that AWS did not answer, all attempts taken; null while it answers. No other is made from then on.</summary>
    public AwsException? Outage { get; private set; }

    /// <summary>What AWS is not asked a second time; null where somebody else works in the accounts as well. Default: null.</summary>
    public RememberedReads? Reads { get; init; }

    /// <summary>Makes one call.</summary>
    /// <param name="service">The service, as its client is called in <c>aws.mjs</c>: <c>iam</c> say.</param>
    /// <param name="command">The API action, <c>CreateRole</c>.</param>
    /// <param name="input">The request, with the API's own names.</param>
    /// <param name="target">The account and the region to make the call in.</param>
    /// <param name="once">Whether the call does more each time, so that it is not repeated where it may have been done.</param>
    /// <exception cref="AwsException">AWS refused the call, or did not answer.</exception>
    public Task<AwsAnswer> CallAsync(string service, string command, object input, AwsTarget target, bool once = false)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(target);
        return Reads is null ? MakeAsync() : Reads.AnswerAsync(service, command, input, target, MakeAsync);

        Task<AwsAnswer> MakeAsync() => SendAsync(service, command, input, target, once);
    }

    /// <inheritdoc/>
    public void Dispose() => turns.Dispose();

    private async Task<AwsAnswer> SendAsync(string service, string command, object input, AwsTarget target, bool once)
    {
        var endpoint = await starting.ConfigureAwait(false);
        await turns.WaitAsync().ConfigureAwait(false);
        try
        {
            if (Outage is { } outage)
            {
                throw outage;
            }

            var request = new
            {
                service,
                command,
                input,
                endpoint = endpoint.AbsoluteUri,
                region = target.Region,
                account = target.Account,
                once,
                limits = new { attempt = (int)limits.Attempt.TotalMilliseconds, call = (int)limits.Call.TotalMilliseconds },
            };
            var answer = (await Sdk.CallAsync("aws", request, limits.Call + StartOfNode).ConfigureAwait(false))!.AsObject();
            return new AwsAnswer(answer["output"]!.AsObject(), (int)answer["attempts"]!);
        }
        catch (NodeException failed)
        {
            if (failed.Status is { } status)
            {
                throw AwsException.Refused(Titles[service], command, failed.Name, failed.Message, status, failed.Attempts);
            }

            var unanswered = AwsException.NoAnswer(command, endpoint, failed.Message, failed.Attempts);
            throw once ? unanswered : Outage ??= unanswered;
        }
        finally
        {
            turns.Release();
        }
    }
}
