using System.Text.Json.Nodes;
using Proof;
using Proof.Contracts;
using Proof.Judging;
using Proof.Results;

namespace SageMakerIam.Tests.Proof;

/// <summary>
/// An account with one execution role and one deployer, their access contract, and what becomes of it when the account is altered.
/// </summary>
internal static class SmallStack
{
    public const string Role = "arn:aws:iam::123456789012:role/churn-training-a1b2c3d";
    public const string User = "arn:aws:iam::123456789012:user/churn-ci-0f1e2d3";

    public static Place Place { get; } = Place.Of("123456789012", "us-east-1");

    public static string ContractFile { get; } = Path.Combine(RepositoryFolder.Path, "tests/Proof/fixtures/small-stack.access.yaml");

    public static JsonObject Details() =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(RepositoryFolder.Path, "tests/Proof/fixtures/small-stack.json")))!.AsObject();

    /// <summary>The proof of the stack as it is; made once.</summary>
    public static Task<ProofResult> ProveAsync() => Judge.ProveOnceAsync("small stack", () => ProveAsync(_ => { }));

    /// <summary>The proof of the stack with something altered in its account.</summary>
    public static Task<ProofResult> ProveAsync(Action<JsonObject> alter)
    {
        var details = Details();
        alter(details);
        return AccessProof.RunAsync(AccessContract.Read(ContractFile), new AuthorizationDetails(details), Place);
    }

    /// <summary>A statement of the role or of the deployer, by its Sid.</summary>
    public static JsonObject Statement(this JsonObject details, string sid)
    {
        var documents = details.RolePolicies().Select(policy => policy!["PolicyDocument"]!)
            .Append(details["Policies"]![0]!["PolicyVersionList"]![0]!["Document"]!)
            .Append(details["RoleDetailList"]![0]!["AssumeRolePolicyDocument"]!);
        return documents.SelectMany(document => document["Statement"]!.AsArray())
            .First(statement => (string?)statement!["Sid"] == sid)!.AsObject();
    }

    public static JsonArray DeployerStatements(this JsonObject details) =>
        details["Policies"]![0]!["PolicyVersionList"]![0]!["Document"]!["Statement"]!.AsArray();

    public static JsonArray RoleStatements(this JsonObject details) =>
        details.RolePolicies()[0]!["PolicyDocument"]!["Statement"]!.AsArray();

    /// <summary>The statements of all its policies, those of trust aside.</summary>
    public static IEnumerable<JsonNode?> Statements(this JsonObject details) =>
        details.DeployerStatements()
            .Concat(details["UserDetailList"]![0]!["UserPolicyList"]![0]!["PolicyDocument"]!["Statement"]!.AsArray())
            .Concat(details.RoleStatements());

    public static JsonNode Allow(string action, string resource) =>
        new JsonObject { ["Sid"] = "Added", ["Effect"] = "Allow", ["Action"] = action, ["Resource"] = resource };

    private static JsonArray RolePolicies(this JsonObject details) => details["RoleDetailList"]![0]!["RolePolicyList"]!.AsArray();
}
