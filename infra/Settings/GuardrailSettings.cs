using System.Collections.Immutable;
using SageMakerIam.Settings.Declarations;
using SageMakerIam.Settings.Formats;

namespace SageMakerIam.Settings;

/// <summary>On what, for how long and how open work may be launched at most, in SageMaker's terms.</summary>
/// <remarks>Service Authorization Reference, "Condition keys for Amazon SageMaker".</remarks>
internal sealed record GuardrailSettings
{
    /// <summary>The longest that a training job can run, in seconds: 28 days.</summary>
    public const int LongestRuntime = 2_419_200;

    /// <summary>
    /// The instance types, <c>ml.m5.xlarge</c> say, where <c>*</c> stands for any letters: <c>ml.m5.*</c>. Serverless endpoints have none
    /// and are not bound by it. Default: none, any.
    /// </summary>
    [Format<InstanceType>, ListOf("instance types")]
    public ImmutableArray<string> InstanceTypes { get; init; } = [];

    /// <summary>
    /// For how long a training, tuning, processing or monitoring job may run at most, in seconds: 1 to 2,419,200. It must be said of each.
    /// AutoML and transform jobs do not say it. Default: null, for as long as SageMaker lets it.
    /// </summary>
    [WholeNumber(1, LongestRuntime, "seconds")]
    public int? MaxRuntimeInSeconds { get; init; }

    /// <summary>Whether notebook instances may give root access. With false, each must be made without. Default: true.</summary>
    public bool RootAccess { get; init; } = true;

    /// <summary>
    /// Whether notebook instances may reach the internet past the VPC. With false, each must be made without. Default: true.
    /// </summary>
    public bool DirectInternetAccess { get; init; } = true;

    /// <summary>
    /// The version of the instance metadata service that notebook instances must be made to ask for at least, 1 or 2. Default: 1, either.
    /// </summary>
    [WholeNumber(1, 2, "version")]
    public int MinimumInstanceMetadataServiceVersion { get; init; } = 1;

    /// <summary>Whether training jobs may be debugged remotely, which opens a shell in their containers. Default: true.</summary>
    public bool RemoteDebug { get; init; } = true;

    /// <summary>
    /// Whether Studio's spaces may be opened to IDEs outside of it, as they are made or later. Default: true.
    /// </summary>
    public bool RemoteAccess { get; init; } = true;

    /// <summary>
    /// Whether data may be labelled by the public crowd of Mechanical Turk, as a policy beside the stack's may allow it: the activity
    /// <c>labelData</c> knows private work teams alone, by their names. Default: true.
    /// </summary>
    public bool PublicWorkteams { get; init; } = true;

    /// <summary>
    /// Whether it may approve versions of models, or say whom a group of its models lets in, who could. Default: true.
    /// </summary>
    public bool ModelApproval { get; init; } = true;

    /// <summary>
    /// The tags that all it makes must be made with, and that it cannot take away. Versions of models have those of their group.
    /// Default: none.
    /// </summary>
    [ListOf("tags, each { key, values }")]
    public ImmutableArray<RequiredTag> RequestTags { get; init; } = [];

    /// <summary>
    /// A tag of the principal, which the stack gives it: all that it makes bears the same, and what bears another value it cannot touch.
    /// Default: null, none.
    /// </summary>
    public PrincipalTag? PrincipalTag { get; init; }
}
