using System.Text.Json.Nodes;
using Pulumi;
using SageMakerIam.Components;
using SageMakerIam.Configuration;
using SageMakerIam.Plan;
using SageMakerIam.Plan.LookUps;
using SageMakerIam.Plan.Rotation;
using SageMakerIam.Settings;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam;

/// <summary>The stack: settings in, resources up, outputs out.</summary>
internal static class StackProgram
{
    /// <summary>Makes the resources that the stack's configuration asks for, and returns the stack's outputs.</summary>
    /// <exception cref="RunException">
    /// The configuration has faults, or would lock a deployer out; the message names them all.
    /// </exception>
    public static async Task<IDictionary<string, object?>> DeployAsync()
    {
        try
        {
            var configuration = StackConfiguration.Read();
            var account = await CurrentAccount.GetAsync(configuration.Region);
            var stack = Deployment.Instance.StackName;
            var settings = StackSettingsReader.Read(stack, configuration.Values, account);
            var faults = new List<Fault>();
            var plan = StackPlan.Of(settings, account, faults);
            var last = (await LastUpdate.ReadAsync()).Renamed(settings);
            faults.AddRange(RenamedEntriesCheck.Faults(settings, last));
            var own = OwnPrincipal.Of(settings, last);
            faults.AddRange(GrantsToOwnCheck.Faults(settings, account, own));
            var asked = await Task.WhenAll(
                RotationCheck.FaultsAsync(settings, last),
                NamedThingsCheck.FaultsAsync(settings, account, own),
                TakenNamesCheck.FaultsAsync(settings, last));
            faults.AddRange(asked.SelectMany(found => found));
            var policiesThere = await BucketPoliciesThere.ReadAsync(settings, last, faults);
            faults.AddRange(BucketPolicySizeCheck.Faults(settings, account, policiesThere));
            return faults.Count == 0 ? Deploy(plan, last, policiesThere) : throw new InvalidSettingsException(stack, [.. faults]);
        }
        catch (InvalidSettingsException invalid)
        {
            // The one exception that the SDK reports without a stack trace.
            var faults = StackFile.Locate(invalid.Faults);
            throw new RunException(new InvalidSettingsException(Deployment.Instance.StackName, faults).Message);
        }
    }

    /// <summary>Makes what is planned, and returns the stack's outputs.</summary>
    /// <param name="plan">The plan of the stack.</param>
    /// <param name="last">What the last update left.</param>
    /// <param name="policiesThere">What is kept of the policies that guarded buckets have, by the buckets' names.</param>
    internal static IDictionary<string, object?> Deploy(
        StackPlan plan, LastUpdate last, IReadOnlyDictionary<string, JsonNode>? policiesThere = null)
    {
        var (settings, account) = (plan.Settings, plan.Account);
        var roles = new SortedDictionary<string, SageMakerExecutionRole>(StringComparer.Ordinal);
        InputList<string> ArnsOf(IEnumerable<string> names) => names.Select(name => roles[name].RoleArn).ToArray();

        var keys = new Keys(settings);
        var boundaries = plan.Boundaries.IsEmpty ? null : new PermissionsBoundaries(plan.Boundaries, keys.Arns, account);
        Input<string>? BoundaryOf(BoundedKind kind, string? own) =>
            own is null && boundaries?.ArnOf(kind) is { } arn ? arn : Optional.Input(own);

        // A role that passes others is made after them, and none of those passes any.
        foreach (var (name, role) in settings.ExecutionRoles.OrderBy(role => role.Value.PassedBeside(role.Key).Length > 0))
        {
            roles[name] = new SageMakerExecutionRole(name, new SageMakerExecutionRoleArgs
            {
                Settings = role,
                Policies = plan.ExecutionRoles[name],
                PassedRoleArns = ArnsOf(role.PassedBeside(name)),
                KeyArns = keys.Arns,
                PermissionsBoundary = BoundaryOf(BoundedKind.ExecutionRoles, role.PermissionsBoundary),
                Account = account,
            }, FormerNames.Options(role));
        }

        var deployers = new Deployers(plan, roles, keys.Arns, own => BoundaryOf(BoundedKind.Deployers, own));
        var providers = settings.Accounts.ToDictionary(other => other.Key, other => AccountProvider.Of(other.Key, other.Value, account));
        var grants = settings.PassRoleGrants.ToDictionary(
            grant => grant.Key,
            grant => new PassRoleGrant(grant.Key, new PassRoleGrantArgs
            {
                Settings = grant.Value with { ExternalId = settings.ExternalIds.GetValueOrDefault(grant.Key, grant.Value.ExternalId!) },
                Plan = plan.PassRoleGrants[grant.Key],
                ExecutionRoleArns = ArnsOf(grant.Value.ExecutionRoles),
                KeyArns = keys.Arns,
                Account = account,
                PermissionsBoundary = BoundaryOf(BoundedKind.PassRoleGrants, grant.Value.PermissionsBoundary),
                PrincipalProvider = providers.GetValueOrDefault(grant.Value.Principal.AccountId),
            }, FormerNames.Options(grant.Value)));
        var endpoints = new Endpoints(plan);
        var guarded = settings.GuardedBuckets.ToDictionary(bucket => bucket.Key, bucket =>
        {
            var users = BucketUsers.Of(bucket.Key, settings, account);
            return new GuardedBucket(bucket.Key, new GuardedBucketArgs
            {
                Settings = bucket.Value,
                UserArns = users.ExecutionRoles.Select(role => roles[role].RoleArn)
                    .Concat(users.Deployers.Select(deployers.ArnOf))
                    .Concat(users.PassRoleGrants.Select(grant => grants[grant].HolderArn))
                    .ToArray(),
                KeyArns = keys.Arns,
                EndpointIds = endpoints.OfS3,
                PolicyThere = policiesThere?.GetValueOrDefault(bucket.Key),
                Account = account,
            });
        });
        keys.GivePolicies(roles, deployers, grants, account);
        var secrets = new ManagedSecrets(settings, roles, keys.Arns, account);
        var outputs = new StackOutputs(last);
        deployers.AddTo(outputs);
        outputs.Add(LastUpdate.RoleArnsOutput, roles, role => role.RoleArn);
        outputs.Add("executionRoleNames", roles, role => role.RoleName);
        outputs.Add(LastUpdate.InstanceProfileArnsOutput, roles, role => role.InstanceProfileArn);
        outputs.Add("passRoleGrantRoleArns", grants, grant => grant.RoleArn);
        outputs.Add("passRoleGrantExternalIds", grants, grant => grant.ExternalId);
        outputs.Add("passRoleGrantPrincipalPolicies", grants, grant => grant.PrincipalPolicy);
        keys.AddTo(outputs);
        secrets.AddTo(outputs);
        endpoints.AddTo(outputs);
        if (boundaries is not null)
        {
            outputs.Add("boundaryArns", boundaries.Arns, arn => arn);
            outputs.Add("boundaryDelegationPolicies", boundaries.Delegations, policy => policy);
        }

        if (guarded.Count > 0)
        {
            outputs.Add(LastUpdate.GuardedBucketArnsOutput, guarded, bucket => bucket.BucketArn);
        }

        if (!settings.Repositories.IsEmpty)
        {
            var repositories = settings.Repositories.ToDictionary(
                repository => repository.Key, repository => new ImageRepository(repository.Key, repository.Value, account));
            outputs.Add("repositoryUrls", repositories, repository => repository.RepositoryUrl);
        }

        if (settings.Analyzer is { Name: var analyzer })
        {
            IEnumerable<Share> shares =
            [
                .. grants.Where(grant => grant.Value.RoleArn is not null).Select(grant => new Share(
                    $"grant-{grant.Key}", grant.Value.RoleArn!, [settings.PassRoleGrants[grant.Key].Principal.ToString()])),
                .. deployers.Shares,
                .. secrets.Shares,
                .. keys.Shares(account),
                .. settings.Repositories.Where(repository => !repository.Value.PullFrom.IsEmpty).Select(repository => new Share(
                    $"repository-{Share.NameOf(repository.Key)}",
                    account.Repository(repository.Key),
                    repository.Value.PullFrom)),
            ];
            var made = new ExternalAccessAnalyzer(analyzer, shares);
            outputs.Add("analyzerArns", [KeyValuePair.Create(analyzer, made)], entry => entry.AnalyzerArn);
        }

        if (settings.Trail is { } trail)
        {
            outputs.Add("trailArns", [KeyValuePair.Create(trail.Name, new AuditTrail(trail, account))], entry => entry.TrailArn);
        }

        return outputs.All;
    }
}
