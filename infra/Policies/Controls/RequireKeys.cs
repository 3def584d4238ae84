using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Controls;

/// <summary>
/// Denies what would be launched without one of the principal's keys for its volumes, or for its output. The condition keys that do not
/// end in Arn are deprecated.
/// </summary>
/// <remarks>Service Authorization Reference, sagemaker:VolumeKmsKeyArn and sagemaker:OutputKmsKeyArn.</remarks>
internal static class RequireKeys
{
    private static readonly ImmutableArray<string> WithVolumes =
    [
        .. Launches.Jobs, .. Launches.AutoMLJobs, "CreateDomain", "CreateEndpointConfig", "CreateLabelingJob", "CreateNotebookInstance",
        "CreateTransformJob",
    ];

    private static readonly ImmutableArray<string> WithOutput =
        [.. Launches.Jobs, .. Launches.AutoMLJobs, "CreateJob", "CreateLabelingJob", "CreateTransformJob"];

    /// <summary>The statements of a principal; none if it is not bound to its keys.</summary>
    public static IEnumerable<Statement> Statements(IControlled principal, IReadOnlySet<string> allowed)
    {
        if (!principal.RequireKeys)
        {
            return [];
        }

        // A missing key is not one of these either.
        var volumes = Condition.ArnNotEquals("sagemaker:VolumeKmsKeyArn", principal.KmsKeys);
        var output = Condition.ArnNotEquals("sagemaker:OutputKmsKeyArn", principal.KmsKeys);
        return
        [
            .. Denial.Of("VolumeKeys", allowed, WithVolumes, volumes),
            .. Denial.Of("OutputKeys", allowed, WithOutput, output),
            .. Denial.Of("ScheduleVolumeKeys", allowed, Launches.Schedules, volumes, Launches.DefinedInPlace),
            .. Denial.Of("ScheduleOutputKeys", allowed, Launches.Schedules, output, Launches.DefinedInPlace),
        ];
    }
}
