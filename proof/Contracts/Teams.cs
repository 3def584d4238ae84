namespace Proof.Contracts;

/// <summary>
/// Who of a contract is one team: who passes or assumes a role of another, and all who say so. What one team may do, and another may as
/// well, is shared.
/// </summary>
/// <param name="members">The principals of the stack with what each may do, by its own requests.</param>
internal sealed class Teams(IReadOnlyList<OwnRows> members)
{
    private readonly Dictionary<string, string> teams = TeamsOf(members);

    /// <summary>What the members of other teams may do, as requests of a principal's own.</summary>
    public IEnumerable<AccessRequest> RequestsOfOthers(string self) =>
        from member in members
        where teams[member.Arn] != teams[self]
        from request in member.Requests
        select request with { By = self };

    /// <summary>What members of several teams may do to the same thing.</summary>
    public IReadOnlyList<SharedReach> Shared() =>
    [
        .. from member in members
           from request in RequestsOfOthers(member.Arn)
           where member.Allowed.Contains(request)
           group (member.Principal.Path, request.On) by (request.Action, Reason: SharedReason.Of(request.Action, request.On)) into reach
           orderby reach.Key.Action
           select new SharedReach(
               reach.Key.Action,
               [.. reach.Select(use => use.On).Distinct().Order(StringComparer.Ordinal)],
               [.. reach.Select(use => use.Path).Distinct().Order(StringComparer.Ordinal)],
               reach.Key.Reason),
    ];

    private static Dictionary<string, string> TeamsOf(IReadOnlyList<OwnRows> members)
    {
        var teams = members.ToDictionary(member => member.Arn, member => member.Arn);
        var ties = members.SelectMany(member => member.Requests
                .Where(request => request.Action is "iam:PassRole" or "sts:AssumeRole" && teams.ContainsKey(request.On))
                .Select(request => (member.Arn, request.On)))
            .Concat(members.Where(member => member.Principal.Team is not null).GroupBy(member => member.Principal.Team)
                .SelectMany(team => team.Skip(1).Select(member => (team.First().Arn, member.Arn))));
        foreach (var (one, other) in ties.ToList())
        {
            var (kept, joined) = (teams[one], teams[other]);
            foreach (var member in members.Where(member => teams[member.Arn] == joined))
            {
                teams[member.Arn] = kept;
            }
        }

        return teams;
    }
}
