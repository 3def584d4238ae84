using System.Text.Json.Nodes;
using Rehearsal.NodeProcesses;

namespace Rehearsal.Aws;

/// <summary>Makes calls to the emulated AWS through the SDK in the Node.js process, and counts them.</summary>
/// <param name="endpoint">The emulator's URL.</param>
internal sealed class AwsConnection(Uri endpoint)
{
    private int reads;
    private int writes;

    /// <summary>The calls made until now.</summary>
    public AwsCalls Calls => new(reads, writes);

    /// <summary>Another connection to the same emulator, whose calls are not counted with these.</summary>
    public AwsConnection Apart() => new(endpoint);

    /// <summary>Makes one call.</summary>
    /// <param name="service">The service: iam, sts or secretsmanager.</param>
    /// <param name="command">The API action, <c>CreateRole</c>.</param>
    /// <param name="input">The request, with the API's own names.</param>
    /// <param name="region">The region.</param>
    /// <param name="account">The number of the account to make the call in.</param>
    /// <exception cref="AwsException">AWS refused the call.</exception>
    public async Task<JsonObject> CallAsync(string service, string command, object input, string region, string account)
    {
        ArgumentNullException.ThrowIfNull(command);
        var isRead = command.StartsWith("Get", StringComparison.Ordinal)
            || command.StartsWith("List", StringComparison.Ordinal)
            || command.StartsWith("Describe", StringComparison.Ordinal);
        Interlocked.Increment(ref isRead ? ref reads : ref writes);
        try
        {
            var request = new { service, command, input, endpoint = endpoint.AbsoluteUri, region, account };
            return (await NodeProcess.Aws.CallAsync("aws", request).ConfigureAwait(false))!.AsObject();
        }
        catch (NodeException refused)
        {
            throw new AwsException(refused.Name, refused.Message);
        }
    }
}
