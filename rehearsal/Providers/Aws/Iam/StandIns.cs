using System.Collections.Concurrent;
using Rehearsal.Providers.Aws.Calls;

namespace Rehearsal.Providers.Aws.Iam;

/// <summary>
/// What a stack expects in the accounts that it works in or names, and does not make itself: a principal that it grants
/// something to, a permissions boundary, a role that a provider assumes. The emulated accounts are empty, so that each of
/// them is stood in for.
/// </summary>
internal sealed class StandIns
{
    // Nobody can assume a stand-in, and a boundary that stands in takes nothing away.
    private const string NobodyTrusted =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"sts:AssumeRole"}]}""";

    private const string NothingBounded =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";

    private readonly ConcurrentDictionary<(string Account, IamEntity Entity), Lazy<Task<bool>>> asked = new();
    private readonly ConcurrentQueue<(AwsClient Aws, IamEntity Entity)> made = new();

    /// <summary>What was stood in for.</summary>
    public IEnumerable<IamEntity> Entities => made.Select(standIn => standIn.Entity);

    /// <summary>A stand-in and what it lets through that the real thing may not, in words.</summary>
    public static string Effect(IamEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return entity.Kind == "Policy"
            ? $"{entity}: it takes nothing away as a permissions boundary; what the real one takes away is not shown"
            : $"{entity}: it has no policies and nobody becomes it; what the real one may do, and who becomes it, is not shown";
    }

    /// <summary>Makes a stand-in for an entity unless the account has it.</summary>
    public Task EnsureAsync(AwsClient aws, IamEntity entity) =>
        asked.GetOrAdd((aws.Target.Account, entity), _ => new Lazy<Task<bool>>(() => MakeUnlessThereAsync(aws, entity))).Value;

    /// <summary>Deletes all stand-ins.</summary>
    public async Task RemoveAsync()
    {
        foreach (var (aws, entity) in made)
        {
            await aws.IamAsync($"Delete{entity.Kind}", Request(entity)).ConfigureAwait(false);
        }
    }

    private async Task<bool> MakeUnlessThereAsync(AwsClient aws, IamEntity entity)
    {
        if (await IsThereAsync(aws, entity).ConfigureAwait(false))
        {
            return false;
        }

        var request = Request(entity);
        if (entity.Kind == "Role")
        {
            request["AssumeRolePolicyDocument"] = NobodyTrusted;
        }

        if (entity.Kind == "Policy")
        {
            var path = entity.Name[entity.Name.IndexOf('/', StringComparison.Ordinal)..];
            request.Remove("PolicyArn");
            request["Path"] = path[..(path.LastIndexOf('/') + 1)];
            request["PolicyName"] = path[(path.LastIndexOf('/') + 1)..];
            request["PolicyDocument"] = NothingBounded;
        }
        else
        {
            request["Path"] = entity.Path;
        }

        await LostAnswer.SettleAsync(
            () => aws.IamAsync($"Create{entity.Kind}", request),
            () => IsThereAsync(aws, entity)).ConfigureAwait(false);
        made.Enqueue((aws, entity));
        return true;
    }

    private static async Task<bool> IsThereAsync(AwsClient aws, IamEntity entity)
    {
        try
        {
            await aws.IamAsync($"Get{entity.Kind}", Request(entity)).ConfigureAwait(false);
            return true;
        }
        catch (AwsException missing) when (missing.IsNotFound)
        {
            return false;
        }
    }

    private static Dictionary<string, string> Request(IamEntity entity) =>
        new() { [entity.Kind == "Policy" ? "PolicyArn" : $"{entity.Kind}Name"] = entity.Name };
}
