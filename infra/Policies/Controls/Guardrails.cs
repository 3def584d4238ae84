using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Controls;

/// <summary>Denies what is launched on other instances, for longer, or opener than the principal's guardrails say.</summary>
/// <remarks>
/// Service Authorization Reference, "Condition keys for Amazon SageMaker". SageMaker Developer Guide, "Set up remote access", remote access
/// enforcement, and API Reference, "SpaceSettings": <c>ENABLED</c> or <c>DISABLED</c>; "Workforce Authentication and Restrictions": a team
/// is of the <c>public-crowd</c>, a <c>private-crowd</c> or a <c>vendor-crowd</c>.
/// </remarks>
internal static class Guardrails
{
    private const string InstanceTypes = "sagemaker:InstanceTypes";
    private const string MetadataService = "sagemaker:MinimumInstanceMetadataServiceVersion";

    // What cannot be made without instances.
    private static readonly ImmutableArray<string> OnInstances =
        [.. Launches.Jobs, "CreateCluster", "CreateNotebookInstance", "CreateTransformJob"];

    // What may have instances, or change them.
    private static readonly ImmutableArray<string> OnSomeInstances =
    [
        .. OnInstances, .. Launches.Schedules, "CreateApp", "CreateDomain", "CreateEndpointConfig", "CreateSpace", "CreateUserProfile",
        "UpdateCluster", "UpdateDomain", "UpdateNotebookInstance", "UpdateSpace", "UpdateTrainingJob", "UpdateUserProfile",
    ];

    /// <summary>The statements of a principal; none if it has no guardrails.</summary>
    public static IEnumerable<Statement> Statements(IControlled principal, IReadOnlySet<string> allowed) =>
        principal.Guardrails is not { } guardrails
            ? []
            :
            [
                .. guardrails.InstanceTypes.IsEmpty ? [] : OfInstanceTypes(guardrails.InstanceTypes, allowed),
                .. guardrails.MaxRuntimeInSeconds is { } seconds ? OfRuntime(seconds, allowed) : [],
                .. guardrails.RootAccess ? [] : OfRootAccess(allowed),
                .. guardrails.DirectInternetAccess ? [] : OfInternetAccess(allowed),
                .. guardrails.MinimumInstanceMetadataServiceVersion > 1 ? OfMetadataService(allowed) : [],
                .. guardrails.RemoteDebug ? [] : OfRemoteDebug(allowed),
                .. guardrails.RemoteAccess ? [] : OfRemoteAccess(allowed),
                .. guardrails.PublicWorkteams ? [] : OfPublicWorkteams(allowed),
                .. guardrails.ModelApproval ? [] : OfModelApproval(allowed),
                .. guardrails.RequestTags.SelectMany((tag, at) => Tags.Required(tag, at + 1, allowed)),
                .. guardrails.PrincipalTag is { } own ? Tags.OfPrincipal(own, allowed) : [],
            ];

    private static IEnumerable<Statement> OfInstanceTypes(ImmutableArray<string> types, IReadOnlySet<string> allowed) =>
    [
        .. Denial.Of("InstanceTypesMissing", allowed, OnInstances, Condition.Absent(InstanceTypes)),
        .. Denial.Of("InstanceTypesOther", allowed, OnSomeInstances, Condition.AnyNotLike(InstanceTypes, types)),
        // A serverless endpoint has memory in place of instances.
        .. Denial.Of(
            "InstanceTypesOfEndpoint", allowed, ["CreateEndpointConfig"],
            Condition.Absent(InstanceTypes), Condition.Absent("sagemaker:ServerlessMemorySize")),
    ];

    private static IEnumerable<Statement> OfRuntime(int seconds, IReadOnlySet<string> allowed)
    {
        // Without the key, a job may run for as long as SageMaker's default is.
        var longer = Condition.GreaterThan("sagemaker:MaxRuntimeInSeconds", seconds);
        return
        [
            .. Denial.Of("Runtime", allowed, Launches.Jobs, longer),
            .. Denial.Of("RuntimeOfSchedule", allowed, Launches.Schedules, longer, Launches.DefinedInPlace),
        ];
    }

    // A notebook that is created without a word of it has root access, internet access and the first version of the service; one that is
    // changed without a word of it stays as it is.
    private static IEnumerable<Statement> OfRootAccess(IReadOnlySet<string> allowed) =>
    [
        .. Denial.Of(
            "RootAccess", allowed, ["CreateNotebookInstance"], Condition.StringNotEquals("sagemaker:RootAccess", "Disabled")),
        .. Denial.Of(
            "RootAccessChanged", allowed, ["UpdateNotebookInstance"], Condition.StringEquals("sagemaker:RootAccess", "Enabled")),
    ];

    private static IEnumerable<Statement> OfInternetAccess(IReadOnlySet<string> allowed) => Denial.Of(
        "InternetAccess", allowed, ["CreateNotebookInstance"], Condition.StringNotEquals("sagemaker:DirectInternetAccess", "Disabled"));

    private static IEnumerable<Statement> OfMetadataService(IReadOnlySet<string> allowed)
    {
        var other = Condition.StringNotEquals(MetadataService, "2");
        return
        [
            .. Denial.Of("MetadataService", allowed, ["CreateNotebookInstance"], other),
            .. Denial.Of("MetadataServiceChanged", allowed, ["UpdateNotebookInstance"], other, Condition.Present(MetadataService)),
        ];
    }

    private static IEnumerable<Statement> OfRemoteDebug(IReadOnlySet<string> allowed) => Denial.Of(
        "RemoteDebug", allowed, ["CreateTrainingJob", "UpdateTrainingJob"], Condition.True("sagemaker:EnableRemoteDebug"));

    // A space is made without, and stays as it is without a word of it.
    private static IEnumerable<Statement> OfRemoteAccess(IReadOnlySet<string> allowed) => Denial.Of(
        "RemoteAccess", allowed, ["CreateSpace", "UpdateSpace"], Condition.StringEquals("sagemaker:RemoteAccess", "ENABLED"));

    private static IEnumerable<Statement> OfPublicWorkteams(IReadOnlySet<string> allowed) => Denial.Of(
        "PublicWorkteams", allowed, ["CreateFlowDefinition", "CreateLabelingJob"],
        Condition.StringEquals("sagemaker:WorkteamType", "public-crowd"));

    // The policies of groups, by which somebody else could be let in to approve, it is not given at all.
    private static IEnumerable<Statement> OfModelApproval(IReadOnlySet<string> allowed) => Denial.Of(
        "ModelApproval", allowed, ["CreateModelPackage", "UpdateModelPackage"],
        Condition.StringEquals("sagemaker:ModelApprovalStatus", "Approved"));
}
