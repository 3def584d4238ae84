using System.Collections.Immutable;
using Rehearsal.Providers.Aws;
using Rehearsal.Providers.Aws.Calls;
using SageMakerIam.Tests.Components.HandOver;

namespace SageMakerIam.Tests.Rehearsal;

/// <summary>
/// The emulated account 123456789012, in which the documents are followed by hand, with the AWS CLI. It has AWS's managed policies.
/// </summary>
public sealed class AccountMadeByHand : IAsyncLifetime
{
    private Uri? endpoint;

    internal Uri Endpoint => endpoint!;

    public async Task InitializeAsync() => endpoint = await EmulatedAwsFixture.WithAwsPoliciesAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Makes what a document says, command by command.</summary>
    internal Task FollowAsync(string document) =>
        RunAsync("bash", Path.Combine(RepositoryFolder.Path, "examples", "adoption", $"{document}.sh"));

    /// <summary>Makes a role that SageMaker assumes, with a path.</summary>
    internal Task MakeRoleAsync(string path, string name) => RunAsync(
        "aws", "iam", "create-role", "--path", path, "--role-name", name, "--assume-role-policy-document",
        """
        {"Version":"2012-10-17","Statement":[
          {"Effect":"Allow","Principal":{"Service":"sagemaker.amazonaws.com"},"Action":"sts:AssumeRole"}]}
        """);

    private Task<string> RunAsync(string tool, params string[] arguments) => Tool.RunAsync(
        tool,
        arguments,
        new Dictionary<string, string>
        {
            ["AWS_ENDPOINT_URL"] = Endpoint.ToString(),
            ["AWS_REGION"] = "us-east-1",
            ["AWS_DEFAULT_REGION"] = "us-east-1",
            ["AWS_ACCESS_KEY_ID"] = "by-hand",
            ["AWS_SECRET_ACCESS_KEY"] = "by-hand",
        });

    /// <summary>
    /// The unique ids of the roles, users and instance profiles of the account, by ARN; AWS gives a new one to what is made anew.
    /// </summary>
    internal async Task<Dictionary<string, string>> IdsAsync()
    {
        var client = new EmulatedAws(new AwsConnection(Endpoint))
            .ClientFor(new AwsTarget("123456789012", "us-east-1", ImmutableSortedDictionary<string, string>.Empty));
        var kinds = new[]
        {
            ("ListRoles", "Roles", "RoleId"),
            ("ListUsers", "Users", "UserId"),
            ("ListInstanceProfiles", "InstanceProfiles", "InstanceProfileId"),
        };
        var ids = new Dictionary<string, string>();
        foreach (var (call, list, id) in kinds)
        {
            foreach (var item in (await client.IamAsync(call, new { }))[list]!.AsArray())
            {
                ids[(string)item!["Arn"]!] = (string)item[id]!;
            }
        }

        return ids;
    }
}
