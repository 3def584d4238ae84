using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Iam.Packing;
using SageMakerIam.Policies;
using SageMakerIam.Policies.Controls;
using SageMakerIam.Policies.Permissions;
using SageMakerIam.Settings;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam.Plan;

/// <summary>
/// The permissions boundaries of a stack, by what they are for. A role is made with its boundary, so that a boundary names roles as they
/// are going to be named, and not by ARNs that it would have to wait for.
/// </summary>
internal static class PlannedBoundaries
{
    /// <summary>
    /// The boundaries, each from the ARNs of the stack's keys; none where the settings ask for none, or no principal has one of the
    /// stack's.
    /// </summary>
    /// <param name="settings">The settings of the stack.</param>
    /// <param name="account">The account that it stands in.</param>
    /// <param name="faults">Where boundaries go that IAM could not hold.</param>
    public static ImmutableSortedDictionary<BoundedKind, Func<OwnKeyArns, PolicyDocument>> Of(
        StackSettings settings, AwsAccount account, ICollection<Fault> faults)
    {
        var boundaries = ImmutableSortedDictionary.CreateBuilder<BoundedKind, Func<OwnKeyArns, PolicyDocument>>();
        foreach (var kind in settings.Boundary ? Enum.GetValues<BoundedKind>() : [])
        {
            var unmade = Held(kind, settings, account, OwnKeyArns.Unmade(settings, account));
            if (unmade.IsEmpty)
            {
                continue;
            }

            boundaries[kind] = keys => BoundaryPolicy.Document(Held(kind, settings, account, keys), account);
            var document = BoundaryPolicy.Document(unmade, account);
            if (document.Size > PolicyQuota.ManagedPolicy)
            {
                faults.Add(new Fault(
                    "boundary",
                    $"the boundary of the {kind} takes {document.Size:N0} characters, and IAM holds {PolicyQuota.ManagedPolicy:N0}",
                    "Give some of them a permissionsBoundary of their own, or make them in another stack"));
            }
        }

        return boundaries.ToImmutable();
    }

    private static ImmutableArray<Statement> Held(BoundedKind kind, StackSettings settings, AwsAccount account, OwnKeyArns keys)
    {
        IEnumerable<Statement> Named(IEnumerable<string> roles, Func<ImmutableArray<string>, ImmutableArray<Statement>> statements)
        {
            var names = roles.Select(role => Arns(role, settings.ExecutionRoles[role], account)).ToList();
            return Enumerable.Range(0, names.Select(arns => arns.Length).DefaultIfEmpty(1).Max())
                .SelectMany(at => statements([.. names.Select(arns => arns[Math.Min(at, arns.Length - 1)])]));
        }

        return kind switch
        {
            BoundedKind.ExecutionRoles =>
            [
                .. settings.ExecutionRoles.Where(role => role.Value.PermissionsBoundary is null).SelectMany(role => Named(
                    [role.Key, .. role.Value.PassedBeside(role.Key)],
                    arns => [.. ExecutionRolePolicy.Statements(role.Key, keys.In(role.Value), arns[0], arns[1..], account)])),
            ],
            BoundedKind.Deployers =>
            [
                .. settings.Deployers.Values.Where(deployer => deployer.PermissionsBoundary is null).SelectMany(deployer => Named(
                    deployer.ExecutionRoles,
                    arns => DeployerPolicy.Statements(
                        keys.In(deployer), PassedRole.Of(deployer, arns, settings.ExecutionRoles), account))),
            ],
            BoundedKind.PassRoleGrants =>
            [
                .. settings.PassRoleGrants.Values
                    .Where(grant => grant.PermissionsBoundary is null && grant.Principal.AccountId != account.AccountId)
                    .SelectMany(grant => Named(
                        grant.ExecutionRoles, arns => PassRoleGrantPolicy.Statements(keys.In(grant), arns, account))),
            ],
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind."),
        };
    }

    /// <summary>The ARNs that a role can have: by its name, or by those that Pulumi makes of its key and of its former ones.</summary>
    private static ImmutableArray<string> Arns(string key, ExecutionRoleSettings role, AwsAccount account)
    {
        // One that is taken over may have a path.
        IEnumerable<string> names = role.RoleName is not { } name ? role.Formerly.Prepend(key).Select(former => $"{former}-role-*")
            : role.Adopt is null ? [name]
            : [name, $"*/{name}"];
        return [.. names.Select(resource => account.Global("iam", $"role/{resource}"))];
    }
}
