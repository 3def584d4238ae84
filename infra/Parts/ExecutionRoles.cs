using Pulumi;
using SageMakerIam.Components;
using SageMakerIam.Plan;

namespace SageMakerIam.Parts;

/// <summary>The execution roles of a stack.</summary>
internal sealed class ExecutionRoles
{
    private readonly SortedDictionary<string, SageMakerExecutionRole> made = new(StringComparer.Ordinal);

    /// <summary>Makes the roles.</summary>
    /// <param name="plan">The plan of the stack.</param>
    /// <param name="keyArns">The ARNs of its keys.</param>
    /// <param name="boundaries">What bounds them.</param>
    public ExecutionRoles(StackPlan plan, Output<OwnKeyArns> keyArns, Boundaries boundaries)
    {
        // A role that passes others is made after them, and none of those passes any.
        foreach (var (name, role) in plan.Settings.ExecutionRoles.OrderBy(role => role.Value.PassedBeside(role.Key).Length > 0))
        {
            made[name] = new SageMakerExecutionRole(name, new SageMakerExecutionRoleArgs
            {
                Settings = role,
                Policies = plan.ExecutionRoles[name],
                PassedRoleArns = ArnsOf(role.PassedBeside(name)),
                KeyArns = keyArns,
                PermissionsBoundary = boundaries.Of(BoundedKind.ExecutionRoles, role.PermissionsBoundary),
                Account = plan.Account,
            }, FormerNames.Options(role));
        }
    }

    /// <summary>The ARN of one.</summary>
    /// <param name="name">Its key in the settings.</param>
    public Output<string> ArnOf(string name) => made[name].RoleArn;

    /// <summary>The ARNs of some.</summary>
    /// <param name="names">Their keys in the settings.</param>
    public Output<string>[] ArnsOf(IEnumerable<string> names) => [.. names.Select(ArnOf)];

    /// <summary>Adds what the stack's outputs say of them.</summary>
    public void AddTo(StackOutputs outputs)
    {
        outputs.Add(LastUpdate.RoleArnsOutput, made, role => role.RoleArn);
        outputs.Add("executionRoleNames", made, role => role.RoleName);
        outputs.Add(LastUpdate.InstanceProfileArnsOutput, made, role => role.InstanceProfileArn);
    }
}
