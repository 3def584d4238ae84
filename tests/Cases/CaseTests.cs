using System.Collections.Immutable;
using System.Text.Json;
using Proof;
using Proof.Contracts;
using Proof.Results;
using SageMakerIam.Tests.Rehearsal.Accounts;

namespace SageMakerIam.Tests.Cases;

/// <summary>
/// Needs of real clients: a stack file, and beside it the requests that its principals are to be allowed or denied, one a line: who asks
/// (a regular expression of the end of an ARN), the action, the resource, the context, and what AWS is to say.
/// </summary>
[Collection(nameof(KeptExample))]
public class CaseTests
{
    private static readonly string Folder = Path.Combine(RepositoryFolder.Path, "tests", "Cases");

    public static TheoryData<string> Names =>
    [
        .. Directory.GetFiles(Folder, "*.requests.tsv").Select(file => Path.GetFileName(file).Split('.')[0]).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Case_IsDecidedAsItsFileSays(string name)
    {
        var rows = File.ReadLines(Path.Combine(Folder, $"{name}.requests.tsv"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Replace("ACCOUNT", KeptExample.Home, StringComparison.Ordinal).Split('\t'))
            .ToList();
        var stack = await KeptExample.StartFileAsync(Path.Combine(Folder, $"{name}.yaml"));

        var decisions = await stack.DecideAsync(rows.Select(row => new AccessRequest(
            $"arn:aws:iam::{KeptExample.Home}:{row[0].TrimEnd('$')}",
            row[1],
            row[2],
            JsonSerializer.Deserialize<ImmutableDictionary<string, string>>(row[3])!)));

        var words = decisions.Select(decision => decision.Result == DecisionResult.Allowed ? "allow" : "deny");
        rows.Zip(words, (row, said) => $"{string.Join(' ', row[..4])}: {said}")
            .Should().Equal(rows.Select(row => $"{string.Join(' ', row[..4])}: {row[4]}"));
    }

    /// <summary>
    /// What the principals may do by a case's contract they may, and no longer without a setting: the case, what stands in its stack file,
    /// what takes its place, and the requests that are denied then.
    /// </summary>
    [Theory]
    [InlineData("04b-pipeline-role-without-activities", "config:", "config:")]
    [InlineData(
        "04b-pipeline-role-without-activities", "      pipelineSteps: true\n", "",
        "executionRoles.steps: sagemaker:CreateProcessingJob", "executionRoles.steps: sagemaker:AddTags",
        "executionRoles.steps: sagemaker:DescribeProcessingJob", "executionRoles.steps: sagemaker:StopProcessingJob")]
    [InlineData("33-model-without-image", "config:", "config:")]
    [InlineData(
        "33-model-without-image", "      repositories: [churn]\n", "",
        "executionRoles.serve: ecr:GetAuthorizationToken", "executionRoles.serve: ecr:BatchCheckLayerAvailability",
        "executionRoles.serve: ecr:GetDownloadUrlForLayer", "executionRoles.serve: ecr:BatchGetImage")]
    [InlineData(
        "33-model-without-image", "access: [read]", "access: [write]",
        "executionRoles.serve: s3:ListBucket", "executionRoles.serve: s3:GetObject")]
    public async Task Contract_DemandsWhatTheCaseIsAbout(string name, string setting, string without, params string[] denied)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Folder, $"{name}.yaml"));
        text.Should().Contain(setting);
        var file = Path.Combine(Directory.CreateTempSubdirectory().FullName, $"{name}.yaml");
        await File.WriteAllTextAsync(file, text.Replace(setting, without, StringComparison.Ordinal));

        var stack = await KeptExample.StartFileAsync(file);
        var proof = await stack.ProveAsync(AccessContract.Read(Path.Combine(Folder, $"{name}.access.yaml")));
        (
            from row in proof.BrokenRows
            where row.Row.May
            from broken in row.Broken
            select $"{proof.NameOf(broken.Request.By)}: {broken.Request.Action}").Distinct().Should().BeEquivalentTo(denied);
    }
}
