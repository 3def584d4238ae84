using System.Collections.Immutable;
using SageMakerIam.Iam;

namespace SageMakerIam.Policies.Controls;

/// <summary>
/// What a control denies of what a principal is allowed. A Deny joins any other, so that no control gives back what another takes; and it
/// names only actions that the principal has, since one of an action that nothing allows says nothing.
/// </summary>
internal static class Denial
{
    private const string Service = "sagemaker:";

    /// <summary>The statement; none where the principal has none of the actions.</summary>
    /// <param name="sid">Its id.</param>
    /// <param name="allowed">All actions that the principal is allowed.</param>
    /// <param name="actions">SageMaker's actions that the control denies, without their prefix.</param>
    /// <param name="conditions">When it denies them: all of these hold.</param>
    public static IEnumerable<Statement> Of(
        string sid, IReadOnlySet<string> allowed, IEnumerable<string> actions, params ImmutableArray<Condition> conditions)
    {
        ImmutableArray<string> denied = [.. actions.Select(action => Service + action).Where(allowed.Contains)];
        if (!denied.IsEmpty)
        {
            yield return On(sid, denied, conditions);
        }
    }

    /// <summary>The statement for all of SageMaker's actions, of which only some may meet the conditions; none where it has none.</summary>
    /// <param name="sid">Its id.</param>
    /// <param name="allowed">All actions that the principal is allowed.</param>
    /// <param name="conditions">When it denies them: all of these hold.</param>
    public static IEnumerable<Statement> OfAll(
        string sid, IReadOnlySet<string> allowed, params ImmutableArray<Condition> conditions) =>
        allowed.Any(action => action.StartsWith(Service, StringComparison.Ordinal)) ? [On(sid, [$"{Service}*"], conditions)] : [];

    private static Statement On(string sid, ImmutableArray<string> actions, ImmutableArray<Condition> conditions) =>
        new() { Sid = sid, Effect = Effect.Deny, Actions = actions, Resources = ["*"], Conditions = conditions };
}
