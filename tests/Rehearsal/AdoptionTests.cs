namespace SageMakerIam.Tests.Rehearsal;

/// <summary>
/// What the five documents make by hand, made with the AWS CLI as they say it, then taken over by their examples with
/// <c>adopt</c> and proven by their access contracts.
/// </summary>
public sealed class AdoptionTests(AccountMadeByHand account) : IClassFixture<AccountMadeByHand>, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("adoption").FullName;

    public static TheoryData<string, string, string> Documents => new()
    {
        { "llm-engineers-handbook", "roleName: SageMakerExecutionRoleLLM", "adopt: true" },
        { "iam-roles-demo", "roleName: SageMakerExecutionRole", "adopt: true" },
        { "unet-training", "roleName: SageMaker-UNetTraining-ExecutionRole", "adopt: true" },
        { "databricks-mlflow", "roleName: databricks-mlflow-sagemaker", "adopt: { inline: sagemaker-deployment }" },
        { "ml-security", "    ml-workloads:", "roleName: ml-workloads\n      adopt: { inline: common-permissions }" },
    };

    private static (string After, string Adopt)[] Others =>
    [
        ("userName: sagemaker-deployer-3", "adopt: true"),
        ("userName: sagemaker-developer", "adopt: { managed: VesselSegmentationS3ECRAccess }"),
        ("principal: arn:aws:iam::123456789012:role/databricks-workspace", "adopt: { inline: pass-role }"),
    ];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task WhatTheDocumentMakesByHand_IsTakenOverInPlaceAndNarrowed(string document, string after, string adopt)
    {
        await account.FollowAsync(document);
        var before = await account.IdsAsync();

        var (exit, text) = await RehearseAsync(document, [(after, adopt), .. Others]);

        exit.Should().Be(0, text);
        // The deployers of ml-security and iam-roles-demo are of the examples alone: the documents do not say who launches the work.
        text.Should().NotMatchRegex(
            @"[+-]+ aws:iam/(role:Role|user:User|instanceProfile:InstanceProfile) (?!ml-engineers-user|notebooks-user)");
        text.Should().MatchRegex("mutants +([0-9]+) of \\1 noticed", "nothing that was given by hand is left");
        (await account.IdsAsync()).Should().Contain(before, "what was there is still the same");
    }

    [Fact]
    public async Task ARoleWithAPath_IsTakenOverUnderABoundary_WhichLetsItBeUsed()
    {
        await account.MakeRoleAsync("/ml/", "TrainerOfTheTeam");
        var file = Path.Combine(folder, "with-path.yaml");
        await File.WriteAllTextAsync(file, """
            config:
              aws:region: us-east-1
              sagemaker-iam:boundary: true
              sagemaker-iam:executionRoles:
                trainer: { roleName: TrainerOfTheTeam, adopt: true, buckets: [{ name: team-data, access: [read] }] }
              sagemaker-iam:deployers:
                ci: { executionRoles: [trainer], activities: [manageJobs], resourcePrefixes: [team-] }
            """);
        await File.WriteAllTextAsync(Path.ChangeExtension(file, ".access.yaml"), """
            executionRoles:
              trainer:
                boundary: executionRoles-boundary
                may:
                  - { be assumed by: sagemaker.amazonaws.com, for account: this }
                  - read: s3://team-data/
                  - look up role: trainer
                  - write logs of: /aws/sagemaker/
                  - put metrics in: /aws/sagemaker/
            deployers:
              ci:
                boundary: deployers-boundary
                foreignReach: 4
                may:
                  - { train: team-nightly, as: trainer, with an image of: none, on data under: s3://team-data/, results under: none }
                  - { tune: team-search, as: trainer, with an image of: none, on data under: s3://team-data/, results under: none }
                  - { process data: team-clean, as: trainer, with an image of: none, on data under: s3://team-data/, results under: none }
                  - { transform: team-batch, as: trainer, on data under: s3://team-data/, results under: none }
                  - list all: [TrainingJobs, HyperParameterTuningJobs, ProcessingJobs, TransformJobs]
                  - look up role: trainer
            """);

        var (exit, text) = await RehearseCommand.RunAsync(file, "--keep", "--endpoint", account.Endpoint.ToString());

        exit.Should().Be(0, text);
        text.Should().Contain("role/ml/TrainerOfTheTeam");
    }

    private async Task<(int Exit, string Text)> RehearseAsync(string document, IEnumerable<(string After, string Adopt)> changes)
    {
        var example = Path.Combine(RepositoryFolder.Path, "examples", document);
        var stack = await File.ReadAllTextAsync($"{example}.yaml");
        foreach (var (after, adopt) in changes)
        {
            stack = stack.Replace($"{after}\n", $"{after}\n      {adopt}\n", StringComparison.Ordinal);
        }

        var file = Path.Combine(folder, $"{document}.yaml");
        await File.WriteAllTextAsync(file, stack);
        var contract = await File.ReadAllTextAsync($"{example}.access.yaml");
        await File.WriteAllTextAsync(Path.ChangeExtension(file, ".access.yaml"), contract.Replace(
            "    name: databricks-workspace\n", "    name: databricks-workspace\n    policies: [pass-role]\n", StringComparison.Ordinal));
        return await RehearseCommand.RunAsync(file, "--keep", "--endpoint", account.Endpoint.ToString());
    }
}
