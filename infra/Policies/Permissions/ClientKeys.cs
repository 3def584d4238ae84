using System.Collections.Immutable;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Permissions;

/// <summary>The keys that the SageMaker SDK makes of the names of jobs, models, endpoints, pipelines, monitors and runs.</summary>
/// <remarks>aws/sagemaker-python-sdk, as recorded: <c>proof/Tasks/recorded/README.md</c>.</remarks>
internal static class ClientKeys
{
    // Most stand at the root: JOB/source/…, MODEL/model.tar.gz, PIPELINE/code/…
    private static readonly ImmutableArray<(string Folder, ImmutableArray<string> Types)> Folders =
    [
        ("", ["model", "pipeline", "processing-job", "training-job"]),
        ("async-endpoint-failures/", ["endpoint"]),
        ("async-endpoint-inputs/", ["endpoint"]),
        ("async-endpoint-outputs/", ["endpoint"]),
        // sagemaker-serve, model_builder_utils.py: what ModelBuilder serves a model with.
        ("model-builder/", ["model"]),
        ("model-monitor/baselining/", ["processing-job"]),
        ("model-monitor/monitoring/", ["monitoring-schedule"]),
        ("trial-component-artifacts/", ["experiment-trial-component"]),
    ];

    /// <summary>The beginnings of the keys.</summary>
    /// <param name="prefix">What the SDK puts before each key (<c>default_bucket_prefix</c>); empty for nothing.</param>
    /// <param name="scope">The names.</param>
    public static IEnumerable<string> Prefixes(string prefix, ActivityScope scope) =>
        (from folder in Folders
         from type in folder.Types
         from name in scope.Prefixes(type)
         select $"{prefix}{folder.Folder}{name}").Distinct();
}
