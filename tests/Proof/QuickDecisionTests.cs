using Rehearsal.Node;
using Rehearsal.Proof;
using Rehearsal.Proof.Contracts;

namespace SageMakerIam.Tests.Proof;

/// <summary>Requests with a stranger's name are decided in a quick way: it says what the simulator says in full.</summary>
[Collection(Judge.Proofs)]
public sealed class QuickDecisionTests
{
    [Theory]
    [InlineData("llm-engineers-handbook")]
    [InlineData("iam-roles-demo")]
    [InlineData("unet-training")]
    [InlineData("databricks-mlflow")]
    [InlineData("ml-security")]
    public async Task QuickDecisions_AreTheSimulatorsDecisions(string document)
    {
        var folder = Path.Combine(RepositoryFolder.Path, "examples");
        var details = AuthorizationDetails.Read(Path.Combine(folder, "as-written", $"{document}.json"));
        var resolved = ResolvedContract.Of(AccessContract.Read(Path.Combine(folder, $"{document}.access.yaml")), SmallStack.Place, details, null);
        var rows = new RowBuilder(resolved).Build().Where(row => row.Entry is AnotherEntry).ToList();
        (await ResultsAsync(details, rows, quick: true)).Should().Equal(await ResultsAsync(details, rows, quick: false));
    }

    [Fact]
    public async Task QuickDecisions_AreTheSimulatorsDecisions_OnTheSmallStack()
    {
        var details = new AuthorizationDetails(SmallStack.Details());
        var resolved = ResolvedContract.Of(AccessContract.Read(SmallStack.ContractFile), SmallStack.Place, details, null);
        var rows = new RowBuilder(resolved).Build().Where(row => row.Entry is AnotherEntry).ToList();
        (await ResultsAsync(details, rows, quick: true)).Should().Equal(await ResultsAsync(details, rows, quick: false));
    }

    private static async Task<List<string>> ResultsAsync(AuthorizationDetails details, List<ContractRow> rows, bool quick)
    {
        var answer = await NodeProcess.Judge.CallAsync("prove", new
        {
            details = details.Accounts,
            place = new { partition = "aws", account = "123456789012", region = "us-east-1" },
            identities = Array.Empty<object>(),
            rows = rows.Select(row => new { id = row.Id, expects = row.Expects, requests = row.Requests, strangers = quick }),
            declared = Array.Empty<object>(),
        });
        return [.. answer!["rows"]!.AsArray().SelectMany(row => row!["decisions"]!.AsArray()).Select(decision => (string)decision!["result"]!)];
    }
}
