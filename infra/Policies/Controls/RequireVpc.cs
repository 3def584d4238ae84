using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Controls;

/// <summary>Denies what would be launched outside the principal's subnets and security groups.</summary>
/// <remarks>
/// Service Authorization Reference, sagemaker:VpcSubnets and sagemaker:VpcSecurityGroupIds; IAM User Guide, "Set operators for multivalued
/// context keys": one of them never speaks of a missing key, which takes a statement of its own. A transform job has no network of its own:
/// it runs in that of its model.
/// </remarks>
internal static class RequireVpc
{
    private const string Subnets = "sagemaker:VpcSubnets";
    private const string SecurityGroups = "sagemaker:VpcSecurityGroupIds";

    // What is made in a VPC, or else outside of any.
    private static readonly ImmutableArray<string> WithNetwork =
    [
        .. Launches.Jobs, .. Launches.AutoMLJobs, "CreateCluster", "CreateDomain", "CreateJob", "CreateModel", "CreateNotebookInstance",
    ];

    // What changes a network, or leaves it as it is.
    private static readonly ImmutableArray<string> WithSubnets = [.. WithNetwork, "CreateEndpointConfig", "UpdateCluster", "UpdateDomain"];

    private static readonly ImmutableArray<string> WithSecurityGroups = [.. WithSubnets, "CreateUserProfile", "UpdateUserProfile"];

    private static readonly ImmutableArray<string> WithIsolation = [.. Launches.Jobs, "CreateModel"];

    /// <summary>The statements of a principal; none if it is not bound to a VPC.</summary>
    public static IEnumerable<Statement> Statements(IControlled principal, IReadOnlySet<string> allowed) =>
        principal.RequireVpc is not { } vpc
            ? []
            :
            [
                .. Of("Subnets", Subnets, vpc.Subnets, WithSubnets, allowed),
                .. Of("SecurityGroups", SecurityGroups, vpc.SecurityGroups, WithSecurityGroups, allowed),
                .. vpc.NetworkIsolation ? Isolation(allowed) : [],
            ];

    private static IEnumerable<Statement> Of(
        string sid, string key, ImmutableArray<string> values, ImmutableArray<string> carriers, IReadOnlySet<string> allowed) =>
    [
        .. Denial.Of($"{sid}Missing", allowed, WithNetwork, Condition.Absent(key)),
        .. Denial.Of($"{sid}Other", allowed, [.. carriers, .. Launches.Schedules], Condition.AnyNotEquals(key, values)),
        .. Denial.Of($"{sid}OfEndpointMissing", allowed, ["CreateEndpointConfig"], Condition.Absent(key), Launches.WithoutAModel),
        .. Denial.Of($"{sid}OfScheduleMissing", allowed, Launches.Schedules, Condition.Absent(key), Launches.DefinedInPlace),
    ];

    private static IEnumerable<Statement> Isolation(IReadOnlySet<string> allowed)
    {
        var open = Condition.NotTrue("sagemaker:NetworkIsolation");
        return
        [
            .. Denial.Of("Isolation", allowed, WithIsolation, open),
            .. Denial.Of("IsolationOfEndpoint", allowed, ["CreateEndpointConfig"], open, Launches.WithoutAModel),
            .. Denial.Of("IsolationOfSchedule", allowed, Launches.Schedules, open, Launches.DefinedInPlace),
        ];
    }
}
