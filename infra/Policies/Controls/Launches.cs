using System.Collections.Immutable;
using SageMakerIam.Iam;

namespace SageMakerIam.Policies.Controls;

/// <summary>SageMaker's actions that launch work, by what their requests say of it.</summary>
/// <remarks>Service Authorization Reference, "Actions, resources, and condition keys for Amazon SageMaker".</remarks>
internal static class Launches
{
    /// <summary>The definitions of monitoring jobs.</summary>
    public static ImmutableArray<string> MonitoringDefinitions { get; } =
    [
        "CreateDataQualityJobDefinition", "CreateModelBiasJobDefinition", "CreateModelExplainabilityJobDefinition",
        "CreateModelQualityJobDefinition",
    ];

    /// <summary>Jobs, whose requests say where they run, on what, and for how long.</summary>
    public static ImmutableArray<string> Jobs { get; } =
        [.. MonitoringDefinitions, "CreateHyperParameterTuningJob", "CreateProcessingJob", "CreateTrainingJob"];

    /// <summary>AutoML jobs, which choose their instances themselves.</summary>
    public static ImmutableArray<string> AutoMLJobs { get; } = ["CreateAutoMLJob", "CreateAutoMLJobV2"];

    /// <summary>Schedules of monitoring, each with a definition of its own or with the name of one that was made before.</summary>
    public static ImmutableArray<string> Schedules { get; } = ["CreateMonitoringSchedule", "UpdateMonitoringSchedule"];

    /// <summary>Whether a schedule has a definition of its own: only then does its request say what it runs on.</summary>
    public static Condition DefinedInPlace { get; } = Condition.Present("sagemaker:InstanceTypes");

    /// <summary>Whether an endpoint configuration names no model: its inference components then run where it says itself.</summary>
    public static Condition WithoutAModel { get; } = Condition.Absent("sagemaker:ModelArn");
}
