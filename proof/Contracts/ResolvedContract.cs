using System.Collections.Immutable;
using System.IO.Enumeration;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Proof.Contracts;

/// <summary>A contract whose principals are known by their ARNs.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Place">The stack's place.</param>
/// <param name="Arns">The ARN of each principal; of one that is missing, the ARN that it would have.</param>
/// <param name="Missing">What the contract names and the account does not hold.</param>
/// <param name="Unnamed">The names of what the stack made and the contract does not name.</param>
/// <param name="Extra">
/// The users and roles of the accounts that the contract does not name; those that AWS's services make for themselves are left out. None
/// where the stack's outputs are given, but for a real account.
/// </param>
public sealed record ResolvedContract(
    AccessContract Contract,
    Place Place,
    IReadOnlyDictionary<ContractPrincipal, string> Arns,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> Unnamed,
    IReadOnlyList<AccountIdentity> Extra)
{
    private static readonly ImmutableArray<string> PolicyLists = ["RolePolicyList", "UserPolicyList", "AttachedManagedPolicies"];

    /// <summary>Finds the contract's principals.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="place">The stack's place.</param>
    /// <param name="details">The accounts.</param>
    /// <param name="outputs">The stack's outputs, in which the principals' ARNs are looked up first; null where there are none.</param>
    public static ResolvedContract Of(AccessContract contract, Place place, AuthorizationDetails details, JsonObject? outputs)
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(details);
        var holes = new OutputHoles(outputs);
        contract = holes.Fill(contract);
        var arns = new Dictionary<ContractPrincipal, string>();
        var missing = new List<string>(holes.Missing);
        foreach (var principal in contract.Principals)
        {
            var found = Find(principal, place, details, outputs);
            var kind = principal.Kind == PrincipalKind.Deployers ? "user" : "role";
            arns[principal] = found is [var arn] ? arn : place.Identity($"{kind}/{(principal.Name ?? principal.Key).Replace('*', 'x')}");
            if (found.Count != 1)
            {
                var what = principal.Name ?? principal.Key;
                missing.Add(found.Count == 0
                    ? $"{principal.Path}: the account has no {Word(principal)} named {what}"
                    : $"{principal.Path}: {what} may be any of {string.Join(", ", found)}; give its exact name");
            }
        }

        missing.AddRange(contract.Principals.Where(principal => principal.Boundary is not null).SelectMany(
            principal => details.Identities.Where(identity => identity.Arn == arns[principal] && !Bears(identity, principal.Boundary!))
                .Select(identity => $"{principal.Path}: it has to bear the boundary {principal.Boundary}, and bears "
                    + (identity.Boundary is { } other ? $"{other[(other.LastIndexOf('/') + 1)..]}" : "none"))));

        if (outputs is not null)
        {
            missing.AddRange(contract.Principals.Where(principal => principal.Kind.IsOfTheStack()).SelectMany(principal =>
                ProfileFaults(principal, details.Identities.FirstOrDefault(identity => identity.Arn == arns[principal]), outputs)));
        }

        missing.AddRange(contract.Principals.SelectMany(principal => principal.Policies.Except(PolicyNames(details, arns[principal]))
            .Select(policy => $"{principal.Path}: it has no policy {policy}")));

        // Where the stack's outputs are known, the account is the stack's own and what it expects to find there.
        var extra = details.Identities.Where(
            identity => (outputs is null || details.IsLive)
                && !arns.ContainsValue(identity.Arn)
                && !identity.Arn.Contains(":role/aws-service-role/", StringComparison.Ordinal));
        return new ResolvedContract(contract, place, arns, missing, [.. Outputs(contract, outputs)], [.. extra]);
    }

    // EC2 gets a role by a profile alone.
    private static IEnumerable<string> ProfileFaults(ContractPrincipal principal, AccountIdentity? identity, JsonObject outputs)
    {
        if (identity is null)
        {
            return [];
        }

        var made = (string?)(outputs["instanceProfileArns"] as JsonObject)?[principal.Key];
        return identity.InstanceProfiles.Where(profile => profile != made)
            .Select(profile => $"{principal.Path}: the instance profile {Name(profile)} holds it, and is none of the stack's")
            .Concat(made is null || identity.InstanceProfiles.Contains(made)
                ? []
                : [$"{principal.Path}: the instance profile {Name(made)} does not hold it"]);
    }

    private static string Name(string arn) => arn[(arn.LastIndexOf('/') + 1)..];

    private static IEnumerable<string> PolicyNames(AuthorizationDetails details, string arn) => details.Accounts
        .SelectMany(account => (account["RoleDetailList"] as JsonArray ?? []).Concat(account["UserDetailList"] as JsonArray ?? []))
        .Where(identity => (string?)identity!["Arn"] == arn)
        .SelectMany(identity => PolicyLists.SelectMany(list => identity![list] as JsonArray ?? []))
        .Select(policy => (string)policy!["PolicyName"]!);

    // Pulumi ends a name with seven random digits.
    private static bool Bears(AccountIdentity identity, string boundary) => identity.Boundary is { } arn
        && (arn == boundary || Regex.IsMatch(arn, $"/{Regex.Escape(boundary)}(-[0-9a-f]{{7}})?$"));

    private static List<string> Find(ContractPrincipal principal, Place place, AuthorizationDetails details, JsonObject? outputs)
    {
        if (principal.Kind.Output() is { } output && outputs?[output]?[principal.Key] is { } arn)
        {
            return [(string)arn!];
        }

        if (principal.Kind == PrincipalKind.Administrators && principal.Name?.StartsWith("arn:", StringComparison.Ordinal) is not true)
        {
            return [place.Identity($"role/{principal.Name ?? principal.Key}")];
        }

        if (principal.Name is { } given && given.StartsWith("arn:", StringComparison.Ordinal))
        {
            return [place.Fill(given)];
        }

        string[] patterns = principal.Name is { } name ? [name] : [principal.Key, $"{principal.Key}-*"];
        var candidates = details.Identities.Where(identity => principal.Kind switch
        {
            PrincipalKind.Others => true,
            PrincipalKind.ExecutionRoles => identity.Kind == "role"
                && identity.Arn.StartsWith(place.Identity(""), StringComparison.Ordinal),
            _ => identity.Arn.StartsWith(place.Identity(""), StringComparison.Ordinal),
        });
        bool IsNamed(string name) => patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false));
        var named = candidates.Where(identity => IsNamed(identity.Name)).ToList();
        // A deployer is a user, or a role where it has no key.
        var users = named.Where(identity => principal.Kind == PrincipalKind.Deployers && identity.Kind == "user").ToList();
        return [.. (users.Count > 0 ? users : named).Select(identity => identity.Arn)];
    }

    private static string Word(ContractPrincipal principal) => principal.Kind switch
    {
        PrincipalKind.ExecutionRoles => "role",
        _ => "role or user",
    };

    private static IEnumerable<string> Outputs(AccessContract contract, JsonObject? outputs) =>
        from kind in Enum.GetValues<PrincipalKind>()
        where kind.Output() is { } output && outputs?[output] is JsonObject
        from made in outputs![kind.Output()!]!.AsObject()
        where !contract.Principals.Any(principal => principal.Kind == kind && principal.Key == made.Key)
        select $"{kind.Key()}.{made.Key}";
}
