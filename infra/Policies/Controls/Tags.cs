using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Policies.Controls;

/// <summary>
/// Denies what is made without a tag, what takes the tag away, and what is done to things that bear it with another value.
/// </summary>
/// <remarks>
/// Service Authorization Reference, "Condition keys for Amazon SageMaker", and IAM User Guide, "Controlling access to AWS resources using
/// tags", by which the keys of tags are alike in any case.
/// </remarks>
internal static class Tags
{
    // What no tag can have as its value: a principal without the tag has no value of its own, which AWS would compare as nothing.
    private const string NoValue = "!";

    // Its values are the keys of the request's tags as they are written.
    private const string Keys = "aws:TagKeys";

    // What the activities make. A version of a model package takes no tags: it has those of its group; nor does the change of a schedule.
    private static readonly ImmutableArray<string> TaggedWhenMade =
    [
        .. Launches.Jobs, .. Launches.AutoMLJobs, "CreateAction", "CreateApp", "CreateAppImageConfig", "CreateArtifact", "CreateCluster",
        "CreateContext", "CreateEndpoint", "CreateEndpointConfig", "CreateExperiment", "CreateFeatureGroup", "CreateInferenceComponent",
        "CreateLabelingJob", "CreateMlflowApp", "CreateMlflowTrackingServer", "CreateModel", "CreateModelCard",
        "CreateModelPackageGroup", "CreateMonitoringSchedule", "CreateNotebookInstance", "CreatePipeline", "CreateSpace",
        "CreateTransformJob", "CreateTrial", "CreateTrialComponent",
    ];

    /// <summary>What denies to make something without a tag, or with another value than it may have.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="number">Which of the principal's tags it is, from 1.</param>
    /// <param name="allowed">All actions that the principal is allowed.</param>
    public static IEnumerable<Statement> Required(RequiredTag tag, int number, IReadOnlySet<string> allowed)
    {
        var key = OfRequest(tag.Key);
        var other = tag.Values.IsEmpty ? Condition.Absent(key) : Condition.StringNotEquals(key, tag.Values);
        return
        [
            .. Denial.Of($"Tag{number}", allowed, TaggedWhenMade, other),
            .. tag.Values.IsEmpty ? [] : Changed($"Tag{number}", key, other, allowed),
            .. InAnotherCase($"Tag{number}", tag.Key, allowed),
            .. Deleted($"Tag{number}", tag.Key, allowed),
        ];
    }

    /// <summary>What denies to make something without the principal's own value of a tag, and to touch what has another.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="allowed">All actions that the principal is allowed.</param>
    /// <remarks>IAM User Guide, "IAM policy elements: Variables and tags", with default values.</remarks>
    public static IEnumerable<Statement> OfPrincipal(PrincipalTag tag, IReadOnlySet<string> allowed)
    {
        var own = $"${{aws:PrincipalTag/{tag.Key}, '{NoValue}'}}";
        var (made, there) = (OfRequest(tag.Key), $"aws:ResourceTag/{tag.Key}");
        var other = Condition.StringNotEquals(made, own);
        return
        [
            .. Denial.Of("OwnTag", allowed, TaggedWhenMade, other),
            .. Changed("OwnTag", made, other, allowed),
            .. InAnotherCase("OwnTag", tag.Key, allowed),
            .. Deleted("OwnTag", tag.Key, allowed),
            .. Denial.OfAll("OtherTag", allowed, Condition.StringNotEquals(there, own), Condition.Present(there)),
        ];
    }

    // What bears the tag keeps it.
    private static IEnumerable<Statement> Changed(string sid, string key, Condition other, IReadOnlySet<string> allowed) =>
        Denial.Of($"{sid}Changed", allowed, ["AddTags"], other, Condition.Present(key));

    private static IEnumerable<Statement> Deleted(string sid, string tag, IReadOnlySet<string> allowed) =>
        Denial.Of($"{sid}Deleted", allowed, ["DeleteTags"], Condition.AnyEqualsInAnyCase(Keys, tag));

    // To IAM, project is the tag Project; to SageMaker, and to whoever counts what a project costs, it is another.
    private static IEnumerable<Statement> InAnotherCase(string sid, string tag, IReadOnlySet<string> allowed) =>
        Denial.OfAll($"{sid}InAnotherCase", allowed, Condition.Present(OfRequest(tag)), Condition.NoneEquals(Keys, tag));

    private static string OfRequest(string tag) => $"aws:RequestTag/{tag}";
}
