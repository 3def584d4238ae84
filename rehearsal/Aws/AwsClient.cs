using System.Text.Json.Nodes;

namespace Rehearsal.Aws;

/// <summary>Calls AWS as one provider does: in its account and its region.</summary>
/// <param name="connection">The connection to the emulator.</param>
/// <param name="target">The provider's account and region.</param>
/// <param name="quotas">What the account holds that counts against a quota.</param>
/// <param name="userBoundaries">The permissions boundaries of the account's users.</param>
/// <param name="accessKeys">Looks at the access keys of users when they change.</param>
internal sealed class AwsClient(
    AwsConnection connection, AwsTarget target, IamQuotas quotas, UserBoundaries userBoundaries, AccessKeyWatch accessKeys)
{
    /// <summary>The provider's account and region.</summary>
    public AwsTarget Target { get; } = target;

    /// <summary>What the account holds that counts against a quota.</summary>
    public IamQuotas Quotas { get; } = quotas;

    /// <summary>The permissions boundaries of the account's users.</summary>
    public UserBoundaries UserBoundaries { get; } = userBoundaries;

    /// <summary>Calls IAM.</summary>
    public async Task<JsonObject> IamAsync(string command, object input)
    {
        var answer = await CallAsync("iam", command, input).ConfigureAwait(false);
        await accessKeys.LookAsync(Target, command, input).ConfigureAwait(false);
        return answer;
    }

    /// <summary>Calls Secrets Manager.</summary>
    public Task<JsonObject> SecretsManagerAsync(string command, object input) => CallAsync("secretsmanager", command, input);

    /// <summary>Calls STS.</summary>
    public Task<JsonObject> StsAsync(string command, object input) => CallAsync("sts", command, input);

    private Task<JsonObject> CallAsync(string service, string command, object input) =>
        connection.CallAsync(service, command, input, Target.Region, Target.Account);
}
