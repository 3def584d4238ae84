using System.Text.Json.Nodes;
using Proof.Parameters;
using Proof.Parameters.Kinds;

namespace Proof.Contracts;

/// <summary>What each principal of a stack must be able to do, and must not.</summary>
/// <param name="File">The file that it was read from; empty where nobody has written one.</param>
/// <param name="Principals">The principals, in the order of the file.</param>
public sealed record AccessContract(string File, IReadOnlyList<ContractPrincipal> Principals)
{
    /// <summary>Whether somebody has written it: one that nobody has says who there is, and nothing of what they may do.</summary>
    public bool IsWritten => File.Length > 0;

    /// <summary>Reads a contract.</summary>
    /// <param name="file">The path of a YAML file.</param>
    /// <exception cref="InvalidContractException">The file is no contract; the exception holds every fault.</exception>
    public static AccessContract Read(string file) => new ContractReader(file).Read();

    /// <summary>
    /// The contract that nobody has written: the principals that the outputs name, and every other identity of the accounts.
    /// </summary>
    /// <param name="details">The accounts.</param>
    /// <param name="outputs">The stack's outputs.</param>
    internal static AccessContract Unwritten(AuthorizationDetails details, JsonObject outputs)
    {
        static ContractPrincipal Principal(PrincipalKind kind, string key, string arn) => new(kind, key, arn, null, [], []);

        var made =
            from kind in Enum.GetValues<PrincipalKind>()
            where kind.Output() is { } output && outputs[output] is JsonObject
            from entry in outputs[kind.Output()!]!.AsObject()
            select Principal(kind, entry.Key, (string)entry.Value!);
        var known = made.ToList();
        var others = details.Identities.Where(identity => known.All(principal => principal.Name != identity.Arn))
            .Select(identity => Principal(PrincipalKind.Others, identity.Name, identity.Arn));
        return new AccessContract("", [.. known, .. others]);
    }
}

/// <summary>A principal of a contract.</summary>
/// <param name="Kind">What it is to the stack.</param>
/// <param name="Key">Its name in the stack's configuration.</param>
/// <param name="Name">
/// Its ARN, or its name in IAM, in which <c>*</c> stands for anything. Used where no stack output says it. Default: the key, or the key
/// with the random ending that Pulumi gives.
/// </param>
/// <param name="ForeignReach">How many of AWS's actions it may use at most on what is not its own; null for what is usual.</param>
/// <param name="May">What it must be able to do.</param>
/// <param name="MayNot">What it must not be able to do.</param>
public sealed record ContractPrincipal(
    PrincipalKind Kind,
    string Key,
    string? Name,
    int? ForeignReach,
    IReadOnlyList<ContractEntry> May,
    IReadOnlyList<ContractEntry> MayNot)
{
    /// <summary>Its place in the contract: <c>deployers.developer</c>.</summary>
    public string Path => $"{Kind.Key()}.{Key}";

    /// <summary>
    /// What the names of jobs, models, endpoints and the like begin with that are its own. Default: what the names under <c>may</c> have
    /// in common.
    /// </summary>
    public IReadOnlyList<string> Prefixes => GivenPrefixes ?? [.. NameKind.CommonBeginnings(
        from task in May.OfType<TaskEntry>()
        from value in task.Values
        where task.Task.Parameters[value.Key].Kind is NameKind
        select value.Value)];

    /// <summary>Those that the contract gives; null where it gives none, which is the default.</summary>
    internal IReadOnlyList<string>? GivenPrefixes { get; init; }

    /// <summary>
    /// The permissions boundary that it has to bear: its ARN, or its name, without the random ending that Pulumi gives. Default: null, any
    /// or none.
    /// </summary>
    public string? Boundary { get; init; }

    /// <summary>
    /// The team that it is of, beside those whose roles it passes or assumes and those who pass its role. Default: null, none.
    /// </summary>
    public string? Team { get; init; }

    /// <summary>Whether it is signed in with MFA whenever it asks for something. Default: false, its requests say nothing of it.</summary>
    public bool Mfa { get; init; }

    /// <summary>
    /// Where it asks from: IP addresses, and ranges of them in CIDR notation. Default: none, its requests say nothing of it.
    /// </summary>
    public IReadOnlyList<string> SourceAddresses { get; init; } = [];

    /// <summary>The circumstances in which it asks: from either end of each range.</summary>
    internal IReadOnlyList<Circumstances> Circumstances =>
    [
        .. SourceAddresses
            .SelectMany(range => Parameters.Circumstances.Ends(range).Select(end => new Circumstances(Mfa ? true : null, end, range)))
            .DefaultIfEmpty(new Circumstances(Mfa ? true : null, null)),
    ];

    /// <summary>
    /// The names of its policies that the stack makes, beside those that begin with its key, where it was there before the stack: of one
    /// that is adopted, say. Default: none.
    /// </summary>
    public IReadOnlyList<string> Policies { get; init; } = [];

    /// <summary>Whether nobody wrote a row for it.</summary>
    internal bool SaysNothing => May.Count == 0 && MayNot.All(entry => entry is AnotherEntry { IsStandard: true });

    /// <summary>Whether the contract says that an identity of another account assumes it.</summary>
    internal bool IsAssumedFromOutside => May.OfType<TaskEntry>().Any(entry => entry.Task.Name == "be assumed from outside by");
}

/// <summary>An entry of a contract's <c>may</c> or <c>mayNot</c>.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Text">How it reads.</param>
public abstract record ContractEntry(ContractPlace Place, string Text)
{
    /// <summary>Whether it is a task that a recording of a client was made into.</summary>
    internal bool IsOfAClient => this is TaskEntry { Task.Recorded: not null };
}

/// <summary>A task to be done.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Text">How it reads.</param>
/// <param name="Task">The task.</param>
/// <param name="Values">The values of its parameters.</param>
public sealed record TaskEntry(
    ContractPlace Place, string Text, Tasks.TaskDefinition Task, IReadOnlyDictionary<string, string> Values) : ContractEntry(Place, Text);

/// <summary>A single request.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Text">How it reads.</param>
/// <param name="Action">The action.</param>
/// <param name="On">The ARN of the resource, or <c>*</c>.</param>
/// <param name="Context">Its condition keys.</param>
public sealed record RequestEntry(
    ContractPlace Place, string Text, string Action, string On, IReadOnlyDictionary<string, string> Context) : ContractEntry(Place, Text);

/// <summary>
/// All that the principals of other teams of the stack may do, done by this one: stands under <c>mayNot</c> alone.
/// </summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Text">How it reads.</param>
public sealed record TeamEntry(ContractPlace Place, string Text) : ContractEntry(Place, Text);

/// <summary>All that the principal may do, with one thing exchanged for someone else's: stands under <c>mayNot</c> alone.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Text">How it reads.</param>
/// <param name="Exchange">What is exchanged.</param>
public sealed record AnotherEntry(ContractPlace Place, string Text, Exchange Exchange) : ContractEntry(Place, Text)
{
    /// <summary>Whether nobody wrote it: it stands for a <c>mayNot</c> that is missing. Default: false.</summary>
    public bool IsStandard { get; init; }
}
