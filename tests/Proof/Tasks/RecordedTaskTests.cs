using Proof;
using Proof.Parameters;
using Proof.Results;
using Proof.Tasks;
using SageMakerIam.Tests.Flows;
using SageMakerIam.Tests.Proof.Contracts;
using SageMakerIam.Tests.Rehearsal.Accounts;

namespace SageMakerIam.Tests.Proof.Tasks;

/// <summary>
/// The tasks that recordings of clients are made of: each asks what the client was seen to ask and cannot do without, no more and no less.
/// That the example of a client lets it is in <see cref="FlowTests"/>.
/// </summary>
[Collection(nameof(KeptExample))]
public sealed class RecordedTaskTests
{
    private const string Caller = "arn:aws:iam::123456789012:user/ci";

    public static TheoryData<string> Names { get; } =
        [.. TaskLibrary.Tasks.Values.Select(task => task.Value).Where(task => task.Recorded is not null).Select(task => task.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void ATask_AsksWhatItsFlowNeeds_AndNothingElse(string name)
    {
        var task = TaskLibrary.Tasks[name].Value;
        var flow = FlowOf(task);
        var needed = flow.Calls.Where(call => call.IsNeeded).Select(call => call.Asked(Caller, task.Named.GetValueOrDefault("as", "")));

        Requests(task, task.Named).Select(request => request.Identity).Should().BeEquivalentTo(
            needed.Select(request => request.Identity).Distinct());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ATask_SaysWhatItsClientDoesWithout_AndWhichClientThatIs(string name)
    {
        var task = TaskLibrary.Tasks[name].Value;
        var flow = FlowOf(task);
        task.About.Should().Contain(flow.Client);
        foreach (var call in flow.Calls.Where(call => !call.IsNeeded))
        {
            task.About.Should().Contain(call.Action);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void EachNameOfTheUser_IsAParameter(string name)
    {
        var task = TaskLibrary.Tasks[name].Value;
        var others = task.Parameters.ToDictionary(parameter => parameter.Key, parameter => Other(parameter.Value.Kind));
        var asked = Requests(task, others).Select(request => request.On).ToList();
        foreach (var recorded in task.Named.Values)
        {
            asked.Should().NotContain(on => on.Contains(recorded.Replace("s3://", ":::", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void EachClient_HasATask() =>
        TaskLibrary.Tasks.Values.Select(task => task.Value).Select(task => task.Recorded?.Split('/')[0]).OfType<string>().Distinct()
            .Should().BeEquivalentTo(Flow.Recordings);

    /// <summary>A stack file, what stands in it, what takes its place, the task, and whose it is.</summary>
    [Theory]
    [InlineData("sagemaker-sdk", "manageJobs, ", "", "train with the SageMaker SDK 3", "user/ci")]
    [InlineData("sagemaker-sdk", "[read, write, createBucket]", "[read, createBucket]", "process data with the SageMaker SDK 3", "user/ci")]
    [InlineData("sagemaker-sdk", "[demo, ", "[", "register a model with the SageMaker SDK 3", "user/ci")]
    [InlineData("airflow", "manageJobs, ", "", "train with Airflow", "user/airflow")]
    public async Task WithoutItsSetting_ATaskFails(string example, string setting, string broken, string name, string caller)
    {
        var task = TaskLibrary.Tasks[name].Value;
        var requests = Requests(task, task.Named)
            .Select(request => request.By == Caller ? request with { By = $"{Caller[..^"user/ci".Length]}{caller}" } : request).ToList();
        var text = await File.ReadAllTextAsync(Path.Combine(RepositoryFolder.Path, "examples", "clients", $"{example}.yaml"));
        text.Should().Contain(setting);
        var at = text.LastIndexOf(setting, StringComparison.Ordinal);
        var file = Path.Combine(Directory.CreateTempSubdirectory().FullName, $"{example}.yaml");
        await File.WriteAllTextAsync(file, string.Concat(text.AsSpan(0, at), broken, text.AsSpan(at + setting.Length)));

        var decisions = await (await KeptExample.StartFileAsync(file)).DecideAsync(requests);
        decisions.Should().Contain(decision => decision.Result != DecisionResult.Allowed);
    }

    /// <summary>
    /// A contract of what a client was recorded to do, and of nothing else, notices names that are another's: the prefixes of the stack
    /// file, and the row that fails.
    /// </summary>
    [Theory]
    [InlineData("demo-")]
    [InlineData("demo-, dem", "may not do the same with another name")]
    [InlineData(
        "demo-, payroll-", "may not train with the SageMaker SDK 3 payroll-nightly, as training")]
    public async Task ContractOfRecordedTasks_NoticesWhatIsAnothers(string prefixes, params string[] broken)
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        await File.WriteAllTextAsync(
            Path.Combine(folder, "stack.yaml"),
            $$"""
            config:
              aws:region: us-east-1
              sagemaker-iam:executionRoles:
                training:
                  roleName: training
                  buckets: [{ defaultBucket: true, access: [read] }, { name: ml-data, access: [read, write] }]
              sagemaker-iam:deployers:
                ci:
                  userName: ci
                  executionRoles: [training]
                  activities: [manageJobs]
                  resourcePrefixes: [{{prefixes}}]
                  buckets: [{ defaultBucket: true, access: [read, write, createBucket], clientKeys: true, lookUp: true }]
            """);
        var contract = ContractText.Read(
            """
            executionRoles: { training: { may: [] } }
            deployers:
              ci:
                resourcePrefixes: [demo-]
                may:
                  - train with the SageMaker SDK 3: demo-nightly
                    as: training
                mayNot:
                  - do the same with another: [name, role, account, region, service]
                  - train with the SageMaker SDK 3: payroll-nightly
                    as: training
            """);

        var stack = await KeptExample.StartFileAsync(Path.Combine(folder, "stack.yaml"));
        var proof = await stack.ProveAsync(contract);
        proof.BrokenRows.Where(row => row.Row.Principal.Key == "ci").Select(row => row.Row.Text[("deployers.ci ".Length)..])
            .Should().BeEquivalentTo(broken);
    }

    /// <summary>A client that may create and not look waits for minutes, and says nothing.</summary>
    [Theory]
    [InlineData("sagemaker:CreateTrainingJob", "sagemaker:DescribeTrainingJob")]
    [InlineData("sagemaker:CreateProcessingJob", "sagemaker:DescribeProcessingJob")]
    [InlineData("sagemaker:CreateTransformJob", "sagemaker:DescribeTransformJob")]
    [InlineData("sagemaker:CreateHyperParameterTuningJob", "sagemaker:DescribeHyperParameterTuningJob")]
    [InlineData("sagemaker:CreateEndpoint", "sagemaker:DescribeEndpoint")]
    [InlineData("sagemaker:CreatePipeline", "sagemaker:StartPipelineExecution")]
    public void WhoMayCreate_MayDoWhatAClientWaitsOn(string create, string waitedOn)
    {
        var samples = TaskLibrary.Tasks.Values.Select(task => task.Value).Where(task => task.Recorded is null).Select(task => (
            task.Name,
            Asked: Requests(task, task.Parameters.ToDictionary(parameter => parameter.Key, parameter => parameter.Value.Kind.Sample))
                .Select(request => request.Action).ToHashSet()));
        samples.Where(task => task.Asked.Contains(create) && !task.Asked.Contains(waitedOn)).Select(task => task.Name).Should().BeEmpty();
    }

    private static Flow FlowOf(TaskDefinition task) =>
        Flow.Of(task.Recorded!.Split('/')[0]).Single(flow => flow.Name == task.Recorded.Split('/', 2)[1]);

    private static string Other(ParameterKind kind) => kind.Word switch
    {
        "path" => "s3://mine/here/",
        "role" => "arn:aws:iam::123456789012:role/mine",
        "key" => "arn:aws:kms:us-east-1:123456789012:key/99999999-2222-3333-4444-555555555555",
        _ => "mine",
    };

    private static List<AccessRequest> Requests(TaskDefinition task, IReadOnlyDictionary<string, string> values)
    {
        var holes = new Holes(
            Caller, SmallStack.Place, task.Parameters.ToDictionary(
                parameter => parameter.Key,
                parameter => (parameter.Value.Kind, values.TryGetValue(parameter.Key, out var value) ? (string?)Filled(value) : null)),
            new Dictionary<string, Func<string, string?>>());
        return [.. task.Requests.Select(template => template.Fill(holes)).OfType<AccessRequest>()];
    }

    private static string Filled(string recorded) =>
        recorded.Replace("{arn:kms}", "arn:aws:kms:us-east-1:123456789012", StringComparison.Ordinal);
}
