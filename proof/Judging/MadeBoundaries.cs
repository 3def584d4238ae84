using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Proof.Judging;

/// <summary>
/// The permissions boundaries that the stack makes: those that its outputs name; where these are not known, those that are named as the
/// stack names its own.
/// </summary>
internal static partial class MadeBoundaries
{
    /// <summary>Their ARNs.</summary>
    public static IEnumerable<string> Of(AuthorizationDetails details, JsonObject? outputs) => outputs is null
        ? details.Identities.Select(identity => identity.Boundary).OfType<string>().Distinct().Where(arn => MadeName().IsMatch(arn))
        : Texts(outputs["boundaryArns"]).Select(entry => entry.Value);

    /// <summary>What lets somebody make roles with one of them alone; none where the outputs are not known.</summary>
    public static IEnumerable<JudgedDelegation> Delegations(JsonObject? outputs)
    {
        var arns = Texts(outputs?["boundaryArns"]).ToDictionary();
        return Texts(outputs?["boundaryDelegationPolicies"]).Where(entry => arns.ContainsKey(entry.Key)).Select(
            entry => new JudgedDelegation(entry.Key, arns[entry.Key], JsonNode.Parse(entry.Value)!));
    }

    private static IEnumerable<KeyValuePair<string, string>> Texts(JsonNode? map) =>
        (map as JsonObject ?? []).Select(entry => KeyValuePair.Create(entry.Key, (string)entry.Value!));

    // Pulumi ends a name with seven random digits.
    [GeneratedRegex(":policy/(executionRoles|deployers|passRoleGrants)-boundary-[0-9a-f]{7}$")]
    private static partial Regex MadeName();
}
