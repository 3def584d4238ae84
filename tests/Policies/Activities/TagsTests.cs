using System.Collections.Immutable;
using SageMakerIam.Iam;
using SageMakerIam.Settings;

namespace SageMakerIam.Tests.Policies.Activities;

/// <summary>
/// What an activity makes, by the Service Authorization Reference, may be made with tags, and its tags are read and removed: SDKs tag what
/// they make, and Pulumi and Terraform read the tags of what they made.
/// </summary>
public sealed class TagsTests
{
    // By activity, what is not granted, and why.
    private static readonly ImmutableDictionary<string, ImmutableArray<(string Gap, string Reason)>> Meant =
        ImmutableDictionary.CreateRange(new Dictionary<string, ImmutableArray<(string, string)>>
        {
            ["useCanvas"] =
            [
                ("DeleteTags on automl-job", "its names are everybody's, and Canvas takes no tag away"),
                ("DeleteTags on processing-job", "the same"),
                ("DeleteTags on training-job", "the same"),
                ("DeleteTags on transform-job", "the same"),
                ("DeleteTags on endpoint", "the same"),
                ("DeleteTags on endpoint-config", "the same"),
                ("DeleteTags on model", "the same"),
                ("DeleteTags on app", "the same"),
                ("ListTags on app", "the same"),
            ],
            ["manageLineage"] =
            [
                ("DeleteTags on artifact", "the ids of artifacts are hashes, others' as well"),
                ("ListTags on artifact", "the same"),
            ],
            ["manageMlflow"] =
            [
                ("DeleteTags on mlflow-app", "an app's id is random: those of mlflowApps alone"),
                ("ListTags on mlflow-app", "the same"),
            ],
            ["manageHyperPod"] =
            [
                ("DeleteTags on cluster", "a cluster's id is random: those of hyperPodClusters alone"),
                ("ListTags on cluster", "the same"),
            ],
        });

    public static TheoryData<string> Activities => [.. Words];

    private static IEnumerable<string> Words => MLActivity.All.Select(activity => activity.Word);

    [Fact]
    public void WhatIsLeftOut_IsOfActivitiesThatThereAre() => Meant.Keys.Should().BeSubsetOf(Words);

    [Theory]
    [MemberData(nameof(Activities))]
    public async Task WhatAnActivityMakes_IsTagged(string word)
    {
        ImmutableArray<Statement> statements = [.. MLActivity.All.Single(known => known.Word == word).Statements(PolicyJudge.Scope)];
        var created =
            from statement in statements
            from action in statement.Actions
            where action.StartsWith("sagemaker:Create", StringComparison.Ordinal)
            select (action, statement.Resources.Where(resource => resource != "*").Select(resource => resource.Replace('*', '1')));
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (action, resources) in created)
        {
            foreach (var resource in await ServiceAuthorizationReference.AskAsync("tagged", new { action, resources }))
            {
                foreach (var call in (string[])["AddTags", "DeleteTags", "ListTags"])
                {
                    (string, string)[] context = call == "AddTags" ? [("sagemaker:TaggingAction", action.Split(':')[1])] : [];
                    var allowed = await PolicyJudge.AllowsAsync(statements, $"sagemaker:{call}", resource, context);
                    if (!allowed)
                    {
                        missing.Add($"{call} on {resource.Split(':')[5].Split('/')[0]}");
                    }
                }
            }
        }

        missing.Should().BeEquivalentTo(Meant.GetValueOrDefault(word, []).Select(meant => meant.Gap));
    }
}
