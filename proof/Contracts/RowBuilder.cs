using Proof.Parameters;
using Proof.Parameters.Kinds;
using Proof.Tasks;

namespace Proof.Contracts;

/// <summary>Makes the requests of a contract's rows.</summary>
internal sealed class RowBuilder(ResolvedContract resolved)
{
    private const string ResourceAccount = "aws:ResourceAccount";
    private const string RequestTag = "aws:RequestTag/";
    private const string ResourceTag = "aws:ResourceTag/";

    private static readonly Dictionary<string, Func<string, string?>> NoLiterals = [];

    private readonly List<ContractFault> faults = [];
    private Teams teams = new([]);
    private readonly Dictionary<string, string> roles = resolved.Arns
        .Where(entry => entry.Key.Kind is PrincipalKind.ExecutionRoles or PrincipalKind.PassRoleGrants)
        .GroupBy(entry => entry.Key.Key)
        .ToDictionary(group => group.Key, group => group.First().Value);

    /// <summary>The rows of the contract.</summary>
    /// <exception cref="InvalidContractException">Rows that can never hold, or that say nothing.</exception>
    public IReadOnlyList<ContractRow> Build()
    {
        var rows = new List<ContractRow>();
        var all = resolved.Contract.Principals.Select(Own).ToList();
        teams = new Teams([.. all.Where(own => own.Principal.Kind.IsOfTheStack())]);
        foreach (var own in all)
        {
            var (principal, self) = (own.Principal, own.Arn);
            var mayNot = principal.MayNot.Select(entry => MayNot(own, entry)).OfType<ContractRow>();
            rows.AddRange(own.Rows.Select(row => new ContractRow(principal, row.Entry, true, Expectation.AllAllowed, row.Requests))
                .Concat(mayNot).Select(row => row with { Requests = InCircumstances(row.Requests, self, principal.Circumstances) }));
            rows.AddRange(principal.MayNot.OfType<AnotherEntry>().Select(entry => InOtherCircumstances(own, entry)).OfType<ContractRow>());
        }

        return faults.Count == 0
            ? rows
            : throw new InvalidContractException(resolved.Contract.File, faults);
    }

    /// <summary>What teams of the stack share, once the rows were built.</summary>
    public IReadOnlyList<SharedReach> Shared => teams.Shared();

    private OwnRows Own(ContractPrincipal principal)
    {
        var self = resolved.Arns[principal];
        var rows = principal.May.Select(entry => Own(entry, self)).ToList();
        var near = new Neighbourhood(resolved.Place, roles.Values, principal.Prefixes);
        return new OwnRows(principal, self, rows, new AllowedRequests(rows.SelectMany(row => row.Requests)), near);
    }

    private ContractRow? MayNot(OwnRows own, ContractEntry entry)
    {
        var (principal, self, allowed) = (own.Principal, own.Arn, own.Allowed);
        if (entry is TeamEntry)
        {
            var ofOthers = teams.RequestsOfOthers(self).Where(request => !allowed.Cover(request)).DistinctBy(request => request.Identity)
                .ToList();
            if (ofOthers.Count == 0)
            {
                faults.Add(new(entry.Place, $"'{ContractReader.Team}'", "The contract names no other team that may do anything else."));
            }

            return new(principal, entry, false, Expectation.NoneAllowed, ofOthers);
        }

        if (entry is AnotherEntry another)
        {
            var neighbours = Neighbours(own, another.Exchange);
            if (neighbours.Count == 0 && (another.IsStandard || another.Exchange.StrangersToCircumstances(principal.Circumstances).Any()))
            {
                return null;
            }

            if (neighbours.Count == 0)
            {
                faults.Add(
                    new(
                        entry.Place,
                        $"'{another.Exchange.Word}'",
                        $"Nothing that {principal.Path} may do depends on it: the row says nothing."));
            }

            return new(principal, entry, false, Expectation.NoneAllowed, neighbours);
        }

        var harmful = Harmful(entry, self);
        // A client names what is its principal's own beside what is another's: its role, say.
        var isOwn = entry.IsOfAClient && harmful.RemoveAll(allowed.Cover) > 0 && harmful.Count == 0;
        var (expects, requests) = harmful.Count > 0
            ? (Expectation.NoneAllowed, harmful)
            : (Expectation.NotAllAllowed, Requests(entry, self, resolved.Place));
        var contradicted = expects == Expectation.NoneAllowed
            ? requests.Any(allowed.Contains)
            : requests.All(allowed.Contains);
        if (isOwn || contradicted)
        {
            faults.Add(new(entry.Place, $"'{entry.Text}'", $"The same stands under {principal.Path}.may: the row can never hold."));
        }

        return new(principal, entry, false, expects, requests);
    }

    /// <summary>All that a principal may do, in the circumstances of strangers.</summary>
    private static ContractRow? InOtherCircumstances(OwnRows own, AnotherEntry entry)
    {
        var (principal, self) = (own.Principal, own.Arn);
        var others = entry.Exchange.StrangersToCircumstances(principal.Circumstances).Distinct().ToList();
        return others.Count == 0
            ? null
            : new(
                principal, entry, false, Expectation.NoneAllowed,
                InCircumstances([.. own.Requests.DistinctBy(request => request.Identity)], self, others));
    }

    private static IReadOnlyList<AccessRequest> InCircumstances(
        IReadOnlyList<AccessRequest> requests, string self, IReadOnlyList<Circumstances> circumstances) =>
        circumstances is [{ Mfa: null, Address: null }]
            ? requests
            : [.. requests.SelectMany(request => request.By == self ? circumstances.Select(one => one.Of(request)) : [request])];

    private List<AccessRequest> Harmful(ContractEntry entry, string self) => entry switch
    {
        TaskEntry task => Fill(task.Task.Requests.Where(request => request.HarmfulAlone), Holes(task, self, resolved.Place)),
        _ => Requests(entry, self, resolved.Place),
    };

    private List<AccessRequest> Requests(ContractEntry entry, string self, Place place) => entry switch
    {
        TaskEntry task => Fill(task.Task.Requests, Holes(task, self, place)),
        RequestEntry request =>
        [
            new(
                self,
                request.Action,
                place.Fill(request.On),
                request.Context.ToDictionary(pair => pair.Key, pair => place.Fill(pair.Value))),
        ],
        _ => [],
    };

    private OwnRow Own(ContractEntry entry, string self)
    {
        if (entry is not TaskEntry task)
        {
            return new OwnRow(entry, Requests(entry, self, resolved.Place));
        }

        var holes = Holes(task, self, resolved.Place);
        var filled = task.Task.Requests.Select(template => (template, Request: template.Fill(holes))).ToList();
        return new OwnRow(entry, [.. filled.Select(one => one.Request).OfType<AccessRequest>()]) { Filled = filled, Holes = holes };
    }

    private static List<AccessRequest> Fill(IEnumerable<RequestTemplate> templates, Holes holes) =>
        [.. templates.Select(template => template.Fill(holes)).OfType<AccessRequest>()];

    private Holes Holes(TaskEntry task, string self, Place place) => new(
        self,
        place,
        task.Task.Parameters.ToDictionary(
            parameter => parameter.Key,
            parameter => (
                parameter.Value.Kind, task.Values.TryGetValue(parameter.Key, out var value) ? Resolve(parameter.Value.Kind, value) : null)),
        NoLiterals);

    private string Resolve(ParameterKind kind, string value) =>
        kind.NamesRole(value) && roles.TryGetValue(value, out var arn) ? arn : value;

    /// <summary>
    /// The requests that the principal makes, or that are made of it, when it does all that it may do with one thing exchanged for someone
    /// else's. Those that it may make for another reason are left out.
    /// </summary>
    private List<AccessRequest> Neighbours(OwnRows own, Exchange exchange)
    {
        var ownValues = Values(own.Principal, exchange);
        var found = new Dictionary<string, AccessRequest>();
        foreach (var row in own.Rows)
        {
            var changed =
                from variant in Variants(own, row, exchange, ownValues)
                from request in variant.Requests
                where (request.By == own.Arn || request.On == own.Arn)
                    && !row.Identities.Contains(request.Identity)
                    && !own.Allowed.Cover(request)
                select InRegion(request, variant.Elsewhere);
            foreach (var request in changed)
            {
                found.TryAdd(request.Identity, request);
            }
        }

        return [.. found.Values];
    }

    private IEnumerable<(IEnumerable<AccessRequest> Requests, Place? Elsewhere)> Variants(
        OwnRows may, OwnRow row, Exchange exchange, HashSet<string> ownValues)
    {
        var (entry, own) = row;
        foreach (var elsewhere in exchange.PlacesOfStrangers(resolved.Place))
        {
            yield return (Requests(entry, may.Arn, elsewhere), elsewhere);
            // The resource alone is elsewhere, and what the keys of the request name is the principal's own.
            yield return (
                own.Select(request => OfAccount(request with { On = Moved(request.On, elsewhere) }, elsewhere.Account)), null);
        }

        var withOtherKeys =
            from request in row.Keys.Any(exchange.Concerns) ? own : []
            from pair in request.Context
            // With which of its calls a client tags what it makes is its own business.
            where !(entry.IsOfAClient && pair.Key == "sagemaker:TaggingAction")
            from stranger in exchange.StrangersToKey(pair.Key, pair.Value, may.Near)
            select request with { Context = With(request.Context, pair.Key, stranger) };
        yield return (withOtherKeys, null);

        if (row.Holes is not { } holes)
        {
            yield break;
        }

        var ofKind = holes.Parameters
            .Where(parameter => parameter.Value.Kind.Exchanges.Contains(exchange) && parameter.Value.Value is not null);
        foreach (var (name, parameter) in ofKind)
        {
            var concerned = row.Filled.Where(one => one.Template.Mentions(name)).ToList();
            var before = concerned.Select(one => one.Request).OfType<AccessRequest>().ToList();
            var strangers = exchange.Strangers(resolved.Place.Fill(parameter.Value!), may.Near);
            foreach (var stranger in strangers.Where(stranger => stranger is null || !ownValues.Contains(stranger)))
            {
                var others = new Dictionary<string, (ParameterKind, string?)>(holes.Parameters) { [name] = (parameter.Kind, stranger) };
                var filled = Fill(concerned.Select(one => one.Template), holes with { Parameters = others });
                var changed = WithoutOwn(filled, own);
                yield return (changed.Where(NotAsRole), null);
                yield return (WithOwnKeys(changed, before, exchange).Where(NotAsRole), null);

                // What another role does as itself, be it the principal, is nothing that the principal does with it.
                bool NotAsRole(AccessRequest request) => parameter.Kind is not RoleKind || request.By != stranger;
            }
        }

        foreach (var strangerTo in exchange.StrangersToLiteral)
        {
            string? Stranger(string literal) => strangerTo(literal) is { } stranger && !ownValues.Contains(stranger) ? stranger : null;
            var literals = new Dictionary<string, Func<string, string?>> { [exchange.Word] = Stranger };
            var concerned = row.Filled.Select(one => one.Template).Where(template => template.Mentions(exchange.Word));
            yield return (Fill(concerned, holes with { Literals = literals }), null);
        }
    }

    /// <summary>The values that are the principal's own: its rows under <c>may</c> name them.</summary>
    private HashSet<string> Values(ContractPrincipal principal, Exchange exchange) =>
    [
        .. from task in principal.May.OfType<TaskEntry>()
           from value in task.Values
           where task.Task.Parameters[value.Key].Kind.Exchanges.Contains(exchange)
           select Resolve(task.Task.Parameters[value.Key].Kind, resolved.Place.Fill(value.Value)),
    ];

    /// <summary>The request of what is in another account: an ARN that has no account, a bucket's, does not say so itself.</summary>
    private AccessRequest OfAccount(AccessRequest request, string account)
    {
        var saysSo = request.On.Split(':', 6) is not [_, _, _, _, "", _] || request.Context.ContainsKey(ResourceAccount);
        // What is yet to be made is in no account.
        var isMade = request.Action is not ("s3:CreateBucket" or "s3:PutBucketAcl");
        return saysSo || !isMade || account == resolved.Place.Account
            ? request
            : request with { Context = new Dictionary<string, string>(request.Context) { [ResourceAccount] = account } };
    }

    /// <summary>The request as it is made where strangers are: what is made in another region says so.</summary>
    private AccessRequest InRegion(AccessRequest request, Place? elsewhere) =>
        elsewhere is null || elsewhere.Region == resolved.Place.Region
            ? request
            : request with { Context = With(request.Context, "aws:RequestedRegion", elsewhere.Region) };

    // Where the name of a thing is that of what it is made with as well, each is exchanged by itself.
    private static IEnumerable<AccessRequest> WithOwnKeys(List<AccessRequest> changed, List<AccessRequest> own, Exchange exchange) =>
        from pair in changed.Count == own.Count ? changed.Zip(own) : []
        where pair.First.Context.Any(
            entry => exchange.Concerns(entry.Key) && pair.Second.Context.GetValueOrDefault(entry.Key) != entry.Value)
        select pair.First with { Context = pair.Second.Context };

    // What is there and bears no tag is nobody else's, and to IAM what bears one's own tag in another case is one's own; what is made is
    // another matter.
    private static List<AccessRequest> WithoutOwn(List<AccessRequest> changed, List<AccessRequest> own)
    {
        var untagged = own.Where(request => Bears(request, ResourceTag)).Select(request => request with
        {
            Context = request.Context.Where(entry => !entry.Key.StartsWith(ResourceTag, StringComparison.Ordinal)).ToDictionary(),
        }).Select(request => request.Identity).ToHashSet();
        if (untagged.Count == 0)
        {
            return changed;
        }

        var tagged = own.Where(IsThere).Select(request => request.Identity).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. changed.Where(request =>
                !untagged.Contains(request.Identity) && !(IsThere(request) && tagged.Contains(request.Identity))),
        ];

        static bool IsThere(AccessRequest request) => Bears(request, ResourceTag) && !Bears(request, RequestTag);
        static bool Bears(AccessRequest request, string tag) =>
            request.Context.Keys.Any(key => key.StartsWith(tag, StringComparison.Ordinal));
    }

    private string Moved(string arn, Place elsewhere)
    {
        var (region, account) = (resolved.Place.Region, resolved.Place.Account);
        return arn.Replace($":{region}:{account}:", $":{elsewhere.Region}:{elsewhere.Account}:", StringComparison.Ordinal)
            .Replace($"::{account}:", $"::{elsewhere.Account}:", StringComparison.Ordinal);
    }

    private static Dictionary<string, string> With(IReadOnlyDictionary<string, string> context, string key, string? value)
    {
        var changed = new Dictionary<string, string>(context);
        changed.Remove(key);
        if (value is not null)
        {
            changed.Add(key, value);
        }

        return changed;
    }
}
