using System.Collections.Immutable;
using Proof;
using Proof.Contracts;
using Proof.Tasks;
using SageMakerIam.Tests.Proof.Contracts;

namespace SageMakerIam.Tests.Proof.Tasks;

/// <summary>
/// The tasks ask all that AWS asks for their actions, by the Service Authorization Reference: each type of resource that an action must be
/// allowed on, and the actions that depend on it. What a task leaves out on purpose is listed with its reason.
/// </summary>
public sealed class TaskReferenceTests
{
    // What the reference calls required, though no such request is made: by task, with the reason.
    private static readonly ImmutableDictionary<string, ImmutableArray<(string Gap, string Reason)>> Meant =
        ImmutableDictionary.CreateRange(new Dictionary<string, ImmutableArray<(string, string)>>
        {
            ["train"] =
            [
                ("sagemaker:BatchGetMetrics on a experiment-trial-component", "the call names a training job, and no trial component"),
            ],
            ["track experiments of"] =
            [
                ("sagemaker:BatchGetMetrics on a training-job", "the call names a trial component, and no training job"),
                ("sagemaker:BatchPutMetrics on a training-job", "the call names a trial component, and no training job"),
                ("sagemaker:DisassociateTrialComponent on a processing-job", "the call names a trial and its component, and no job"),
            ],
            ["group runs in"] =
            [
                ("sagemaker:DisassociateTrialComponent on a processing-job", "the call names a trial and its component, and no job"),
            ],
            ["run state machine"] =
            [
                ("states:DescribeExecution on a express", "an express execution is not described: its history is in its logs"),
                ("states:ListExecutions on a maprun", "the call names a state machine, and no map run"),
            ],
            ["launch an instance with"] =
            [
                ("ec2:RunInstances on a image", "who launches has the right to the image from elsewhere: the task is of the role alone"),
                ("ec2:RunInstances on a network-interface", "as the image"),
                ("ec2:RunInstances on a security-group", "as the image"),
            ],
        });

    // What a client was recorded to ask is no list of what AWS needs.
    public static TheoryData<string> Names { get; } =
        [.. TaskLibrary.Tasks.Values.Select(task => task.Value).Where(task => task.Recorded is null).Select(task => task.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ATask_AsksForEachResourceAndActionThatItsActionsNeed(string name)
    {
        var gaps = await ServiceAuthorizationReference.AskAsync("gaps", new { Requests = RequestsOf(name) });

        gaps.Should().BeEquivalentTo(Meant.GetValueOrDefault(name, []).Select(meant => meant.Gap));
    }

    [Fact]
    public void WhatIsLeftOut_IsOfTasksThatThereAre() => Meant.Keys.Should().BeSubsetOf(TaskLibrary.Tasks.Keys);

    /// <summary>The requests of a task whose every parameter has a value.</summary>
    private static IEnumerable<AccessRequest> RequestsOf(string name)
    {
        var parameters = TaskLibrary.Tasks[name].Value.Parameters.Select(parameter => $"{parameter.Key}: '{parameter.Value.Kind.Sample}'");
        var contract = ContractText.Read($"executionRoles: {{ training: {{ may: [ {{ {string.Join(", ", parameters)} }} ] }} }}");
        var resolved = ResolvedContract.Of(contract, SmallStack.Place, new AuthorizationDetails(), null);
        return [.. new RowBuilder(resolved).Build().Where(row => row.May).SelectMany(row => row.Requests)];
    }
}
