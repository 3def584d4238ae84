using Pulumi;
using SageMakerIam.Components;
using SageMakerIam.Iam;
using SageMakerIam.Plan;
using SageMakerIam.Rotation;
using SageMakerIam.Settings;
using SageMakerIam.Settings.Reading;

namespace SageMakerIam;

/// <summary>The stack: settings in, resources up, outputs out.</summary>
public static class StackProgram
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
            if (faults.Count > 0)
            {
                throw new InvalidSettingsException(stack, [.. faults]);
            }

            await RotationCheck.RunAsync(stack, settings);
            return Deploy(plan);
        }
        catch (InvalidSettingsException invalid)
        {
            // The one exception that the SDK reports without a stack trace.
            throw new RunException(invalid.Message);
        }
    }

    /// <summary>Makes what is planned, and returns the stack's outputs.</summary>
    internal static IDictionary<string, object?> Deploy(StackPlan plan)
    {
        var (settings, account) = (plan.Settings, plan.Account);
        var roles = settings.ExecutionRoles.ToDictionary(
            role => role.Key,
            role => new SageMakerExecutionRole(role.Key, new SageMakerExecutionRoleArgs
            {
                Settings = role.Value,
                Policies = plan.ExecutionRoles[role.Key],
                Account = account,
            }));
        InputList<string> ArnsOf(IEnumerable<string> names) => names.Select(name => roles[name].RoleArn).ToArray();

        var deployers = new Deployers(plan, roles);
        var providers = settings.Accounts.ToDictionary(other => other.Key, other => AccountProvider.Of(other.Key, other.Value, account));
        var grants = settings.PassRoleGrants.ToDictionary(
            grant => grant.Key,
            grant => new PassRoleGrant(grant.Key, new PassRoleGrantArgs
            {
                Settings = grant.Value with { ExternalId = settings.ExternalIds.GetValueOrDefault(grant.Key, grant.Value.ExternalId!) },
                Plan = plan.PassRoleGrants[grant.Key],
                ExecutionRoleArns = ArnsOf(grant.Value.ExecutionRoles),
                Account = account,
                PrincipalProvider = providers.GetValueOrDefault(grant.Value.Principal.AccountId),
            }));
        Dictionary<string, Output<string>> OfGrants(Func<PassRoleGrant, Output<string>?> output) =>
            grants.Where(grant => output(grant.Value) is not null).ToDictionary(grant => grant.Key, grant => output(grant.Value)!);

        return new Dictionary<string, object?>(deployers.Outputs())
        {
            ["executionRoleArns"] = roles.ToDictionary(role => role.Key, role => role.Value.RoleArn),
            ["executionRoleNames"] = roles.ToDictionary(role => role.Key, role => role.Value.RoleName),
            ["instanceProfileArns"] = roles.Where(role => role.Value.InstanceProfileArn is not null)
                .ToDictionary(role => role.Key, role => role.Value.InstanceProfileArn!),
            ["passRoleGrantRoleArns"] = OfGrants(grant => grant.RoleArn),
            ["passRoleGrantExternalIds"] = OfGrants(grant => grant.ExternalId),
            ["passRoleGrantPrincipalPolicies"] = OfGrants(grant => grant.PrincipalPolicy),
        };
    }
}
