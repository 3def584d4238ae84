using System.Text.Json.Nodes;

namespace Rehearsal.Providers.Aws.Calls;

/// <summary>Calls AWS as one provider does: in its account and its region.</summary>
/// <param name="connection">The connection to the emulator.</param>
/// <param name="log">Counts the calls.</param>
/// <param name="target">The provider's account and region.</param>
/// <param name="notes">What is kept of the account beside the emulator.</param>
/// <param name="watch">Looks at the calls to IAM.</param>
internal sealed class AwsClient(AwsConnection connection, AwsCallLog log, AwsTarget target, AccountNotes notes, ICallWatch watch)
{
    /// <summary>The provider's account and region.</summary>
    public AwsTarget Target { get; } = target;

    /// <summary>What is kept of the account beside the emulator, of one kind.</summary>
    public T Kept<T>()
        where T : class, new() => notes.Of<T>();

    /// <summary>Counts a call to a service that is kept beside the emulator.</summary>
    /// <param name="service">The service, <c>accessanalyzer</c>.</param>
    /// <param name="command">The API action, <c>CreateAnalyzer</c>.</param>
    public void Count(string service, string command)
    {
        log.Begin(service, command);
        log.End(attempts: 1);
    }

    /// <summary>Notes what the user should know of a call that went wrong and was got over.</summary>
    public void Remark(string remark) => log.Remark(remark);

    /// <summary>Calls IAM to look at something: the call is none of the stack's and is not counted with them.</summary>
    /// <inheritdoc cref="IamAsync"/>
    public async Task<JsonObject> LookIntoIamAsync(string command, object input) =>
        (await connection.CallAsync("iam", command, input, Target).ConfigureAwait(false)).Output;

    /// <summary>Calls IAM.</summary>
    /// <param name="command">The API action, <c>CreateRole</c>.</param>
    /// <param name="input">The request, with the API's own names.</param>
    /// <param name="once">Whether the call does more each time, so that it is not repeated where it may have been done.</param>
    public async Task<JsonObject> IamAsync(string command, object input, bool once = false)
    {
        var answer = await CallAsync("iam", command, input, once).ConfigureAwait(false);
        await watch.LookAsync(Target, command, input).ConfigureAwait(false);
        return answer;
    }

    /// <summary>Calls CloudTrail.</summary>
    public Task<JsonObject> CloudTrailAsync(string command, object input) => CallAsync("cloudtrail", command, input);

    /// <summary>Calls ECR.</summary>
    public Task<JsonObject> EcrAsync(string command, object input) => CallAsync("ecr", command, input);

    /// <summary>Calls S3.</summary>
    public Task<JsonObject> S3Async(string command, object input) => CallAsync("s3", command, input);

    /// <summary>Calls KMS.</summary>
    /// <param name="command">The API action, <c>CreateKey</c>.</param>
    /// <param name="input">The request, with the API's own names.</param>
    /// <param name="once">Whether the call does more each time, so that it is not repeated where it may have been done.</param>
    public Task<JsonObject> KmsAsync(string command, object input, bool once = false) => CallAsync("kms", command, input, once);

    /// <summary>Calls Secrets Manager.</summary>
    public Task<JsonObject> SecretsManagerAsync(string command, object input) => CallAsync("secretsmanager", command, input);

    /// <summary>Calls STS.</summary>
    public Task<JsonObject> StsAsync(string command, object input) => CallAsync("sts", command, input);

    private async Task<JsonObject> CallAsync(string service, string command, object input, bool once = false)
    {
        log.Begin(service, command);
        try
        {
            var answer = await connection.CallAsync(service, command, input, Target, once).ConfigureAwait(false);
            log.End(answer.Attempts);
            return answer.Output;
        }
        catch (AwsException failed)
        {
            log.End(failed.Attempts);
            if (failed.IsOfRepetition && failed.IsNotFound && AwsCommand.IsRemoval(command))
            {
                // An attempt before took it away, and its answer was lost.
                return [];
            }

            throw;
        }
    }
}
