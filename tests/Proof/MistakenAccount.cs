using System.Text.Json.Nodes;
using Proof;
using Proof.Judging;
using Proof.Results;
using SageMakerIam.Iam;
using SageMakerIam.Tests.Proof.Contracts;

namespace SageMakerIam.Tests.Proof;

/// <summary>An account whose details are text, in which one statement has a mistake.</summary>
internal static class MistakenAccount
{
    /// <summary>The details, with a mistake in the statement of this Sid.</summary>
    public static string With(string details, string sid, string right, string wrong)
    {
        var statement = StatementOf(details, sid);
        statement.Should().Contain(right);
        return details.Replace(statement, statement.Replace(right, wrong, StringComparison.Ordinal), StringComparison.Ordinal);
    }

    /// <summary>The list of one inline policy, as the details have it.</summary>
    public static string Policies(string name, IEnumerable<Statement> statements) =>
        $$"""[{"PolicyName":"{{name}}","PolicyDocument":{{new PolicyDocument([.. statements]).ToJson()}}}]""";

    /// <summary>The proof of a contract over the details.</summary>
    public static async Task<ProofResult> ProveAsync(string contract, string details)
    {
        return await AccessProof.RunAsync(
            ContractText.Read(contract), new AuthorizationDetails(JsonNode.Parse(details)!), SmallStack.Place);
    }

    // A statement as it stands in the text: from its Sid to the end of its object, which holds no other Sid.
    private static string StatementOf(string details, string sid)
    {
        var start = details.LastIndexOf('{', details.IndexOf($"\"Sid\":\"{sid}\"", StringComparison.Ordinal));
        var (end, depth) = (start, 0);
        do
        {
            depth += details[end] switch { '{' => 1, '}' => -1, _ => 0 };
            end++;
        }
        while (depth > 0);
        return details[start..end];
    }
}
