using System.Collections.Immutable;
using System.Text.Json;
using Proof;
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
}
