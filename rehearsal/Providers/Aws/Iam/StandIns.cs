using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Rehearsal.Providers.Aws.Calls;
using Rehearsal.Providers.Aws.S3;

namespace Rehearsal.Providers.Aws.Iam;

/// <summary>
/// What a stack expects in the accounts that it works in or names, and does not make itself: a principal that it grants
/// something to, a permissions boundary, a role that a provider assumes, a key, a secret, a bucket. The emulated accounts
/// are empty, so that each of them is stood in for.
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
    private readonly ConcurrentDictionary<string, (AwsClient Aws, Lazy<Task<bool>> IsMade)> buckets = new();
    private readonly ConcurrentDictionary<IamEntity, bool> named = new();
    private readonly ConcurrentDictionary<string, bool> notShown = new();
    private readonly ConcurrentDictionary<string, bool> taken = new();
    private readonly ConcurrentDictionary<string, bool> given = new();

    /// <summary>What was stood in for, in words.</summary>
    public IEnumerable<string> Words => made.Select(standIn => standIn.Entity.ToString()).Concat(Buckets).Concat(Taken);

    /// <summary>What was stood in for, and what it lets through that the real thing may not, in words.</summary>
    public IEnumerable<string> Effects => made.Select(standIn => Effect(standIn.Entity))
        .Concat(Buckets.Select(bucket => $"{bucket}: it is empty; what the real one holds, and a policy that it has, is not shown"))
        .Concat(Taken.Select(what => $"{what}: it is taken to be there; its own policy, and what that takes away, is not shown"))
        .Concat(notShown.Keys.Order(StringComparer.Ordinal));

    private IEnumerable<string> Buckets => MadeBuckets.Select(bucket => $"bucket {bucket.Key}").Order(StringComparer.Ordinal);

    private IEnumerable<KeyValuePair<string, (AwsClient Aws, Lazy<Task<bool>> IsMade)>> MadeBuckets =>
        buckets.Where(bucket => bucket.Value.IsMade.Value is { IsCompletedSuccessfully: true, Result: true });

    private IEnumerable<string> Taken => taken.Keys.Order(StringComparer.Ordinal);

    /// <summary>What a policy says that stands in for a boundary. Default: null, one that bounds nothing.</summary>
    public JsonNode? Boundary { get; init; }

    /// <summary>Notes that a stack file names a role or user by its ARN, so that it is stood in for once the program asks for it.</summary>
    public void Expect(IamEntity entity) => named.TryAdd(entity, true);

    /// <summary>Takes something to be there, without asking: the emulator makes no key of a given id.</summary>
    /// <param name="what">What it is, in words: <c>key ARN</c>.</param>
    public void Take(string what) => taken.TryAdd(what, true);

    /// <summary>Notes that a stack file gives a name to what it makes, so that nothing stands in for it.</summary>
    /// <param name="what">What it is, in words: <c>bucket NAME</c>, <c>secret NAME</c>.</param>
    public void Give(string what) => given.TryAdd(what, true);

    /// <summary>Whether a stack file gives the name to what it makes.</summary>
    /// <param name="what">What it is, in the same words.</param>
    public bool IsGiven(string what) => given.ContainsKey(what);

    /// <summary>Notes what the rehearsal does not show of something that it makes, in words.</summary>
    public void DoNotShow(string what) => notShown.TryAdd(what, true);

    /// <summary>Makes a stand-in for a role or user that the stack file names, unless the account has it.</summary>
    /// <param name="aws">A client of the account.</param>
    /// <param name="kind">Role or User.</param>
    /// <param name="name">Its name.</param>
    public async Task EnsureNamedAsync(AwsClient aws, string kind, string name)
    {
        var expected = named.Keys.FirstOrDefault(
            entity => entity.Kind == kind && entity.Name == name && entity.Account == aws.Target.Account);
        if (expected is not null)
        {
            await EnsureAsync(aws, expected with { Account = null }).ConfigureAwait(false);
        }
    }

    /// <summary>Makes a stand-in for an entity unless the account has it, and answers whether it is stood in for.</summary>
    public Task<bool> EnsureAsync(AwsClient aws, IamEntity entity) =>
        asked.GetOrAdd((aws.Target.Account, entity), _ => new Lazy<Task<bool>>(() => MakeUnlessThereAsync(aws, entity))).Value;

    /// <summary>Makes a stand-in for a bucket that the program asks for, unless it is there, or is to be made.</summary>
    public Task EnsureBucketAsync(AwsClient aws, string name) => IsGiven($"bucket {name}")
        ? Task.CompletedTask
        : buckets.GetOrAdd(name, _ => (aws, new Lazy<Task<bool>>(() => MakeBucketUnlessThereAsync(aws, name)))).IsMade.Value;

    /// <summary>Deletes all stand-ins.</summary>
    public async Task RemoveAsync()
    {
        foreach (var (bucket, (aws, _)) in MadeBuckets)
        {
            await aws.S3Async("DeleteBucket", new { Bucket = bucket }).ConfigureAwait(false);
        }

        foreach (var (aws, entity) in made)
        {
            await aws.IamAsync($"Delete{entity.Kind}", Request(entity)).ConfigureAwait(false);
        }
    }

    private string Effect(IamEntity entity) => entity.Kind == "Policy" && Boundary is not null
        ? $"{entity}: it says what --boundary gives"
        : entity.Kind == "Policy"
        ? $"{entity}: it takes nothing away as a permissions boundary; what the real one takes away is not shown"
        : $"{entity}: it has no policies and nobody becomes it; what the real one may do, and who becomes it, is not shown";

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
            request["PolicyDocument"] = Boundary?.ToJsonString() ?? NothingBounded;
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

    private static async Task<bool> MakeBucketUnlessThereAsync(AwsClient aws, string name)
    {
        if (await Bucket.IsThereAsync(aws, name).ConfigureAwait(false))
        {
            return false;
        }

        await Bucket.MakeAsync(aws, name, isLocked: false).ConfigureAwait(false);
        return true;
    }

    private static async Task<bool> IsThereAsync(AwsClient aws, IamEntity entity) =>
        await Absence.OrNullAsync(() => aws.IamAsync($"Get{entity.Kind}", Request(entity))).ConfigureAwait(false) is not null;

    private static Dictionary<string, string> Request(IamEntity entity) =>
        new() { [entity.Kind == "Policy" ? "PolicyArn" : $"{entity.Kind}Name"] = entity.Name };
}
