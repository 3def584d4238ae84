using System.Text.Json.Nodes;
using Pulumi;
using SageMakerIam.Components;
using SageMakerIam.Configuration;
using SageMakerIam.Parts;
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
            faults.AddRange(await RenamedEntriesCheck.FaultsAsync(settings, last));
            var own = OwnPrincipal.Of(settings, last);
            faults.AddRange(GrantsToOwnCheck.Faults(settings, account, own));
            var asked = await Task.WhenAll(
                RotationCheck.FaultsAsync(settings, last),
                NamedThingsCheck.FaultsAsync(settings, account, own),
                TakenNamesCheck.FaultsAsync(settings, last));
            faults.AddRange(asked.SelectMany(found => found));
            var policiesThere = await BucketPoliciesThere.ReadAsync(settings, last, faults);
            faults.AddRange(ResourcePolicySizeCheck.Faults(plan, policiesThere));
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
        var keys = new Keys(settings);
        var boundaries = new Boundaries(plan, keys.Arns);
        var roles = new ExecutionRoles(plan, keys.Arns, boundaries);
        var own = new OwnPrincipals(settings, roles, account);
        var deployers = new Deployers(plan, roles, keys.Arns, boundaries, own);
        var providers = settings.Accounts.ToDictionary(other => other.Key, other => AccountProvider.Of(other.Key, other.Value, account));
        var grants = new PassRoleGrants(plan, roles, keys.Arns, boundaries, own, providers);
        var endpoints = new Endpoints(plan);
        IEnumerable<Output<string>> ArnsOf(BucketUsers users) =>
        [
            .. roles.ArnsOf(users.ExecutionRoles),
            .. users.Deployers.Select(deployers.ArnOf),
            .. users.PassRoleGrants.Select(grants.HolderArnOf),
        ];
        var guarded = new GuardedBuckets(plan, ArnsOf, keys.Arns, endpoints.OfS3, policiesThere);
        keys.GivePolicies(roles, deployers, grants, own, account);
        var secrets = new ManagedSecrets(settings, roles, keys.Arns, own, account);
        var repositories = new ImageRepositories(plan);

        var outputs = new StackOutputs(last);
        deployers.AddTo(outputs);
        roles.AddTo(outputs);
        grants.AddTo(outputs);
        keys.AddTo(outputs);
        secrets.AddTo(outputs);
        endpoints.AddTo(outputs);
        boundaries.AddTo(outputs);
        guarded.AddTo(outputs);
        repositories.AddTo(outputs);
        if (settings.Analyzer is { Name: var analyzer })
        {
            IEnumerable<Share> shares =
                [.. grants.Shares, .. deployers.Shares, .. secrets.Shares, .. keys.Shares(account), .. repositories.Shares];
            var made = new ExternalAccessAnalyzer(analyzer, shares);
            outputs.Add("analyzerArns", [KeyValuePair.Create(analyzer, made)], entry => entry.AnalyzerArn);
        }

        if (settings.Trail is { } trail)
        {
            var made = new AuditTrail(trail, keys.Usable(trail.KmsKey), account);
            outputs.Add("trailArns", [KeyValuePair.Create(trail.Name, made)], entry => entry.TrailArn);
        }

        return outputs.All;
    }
}
