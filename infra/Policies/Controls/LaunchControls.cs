using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Controls;

/// <summary>All that denies a principal to launch work otherwise than its settings say.</summary>
internal static class LaunchControls
{
    /// <summary>The statements; none for a principal that is not bound, and none of actions that it does not have.</summary>
    /// <param name="principal">Its settings.</param>
    /// <param name="held">What it is allowed.</param>
    public static IEnumerable<Statement> Statements(IControlled principal, ImmutableArray<Statement> held)
    {
        var allowed = held.SelectMany(statement => statement.Actions).ToHashSet();
        return
        [
            .. RequireKeys.Statements(principal, allowed),
            .. RequireVpc.Statements(principal, allowed),
            .. Guardrails.Statements(principal, allowed),
        ];
    }
}
