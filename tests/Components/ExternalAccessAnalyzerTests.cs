using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SageMakerIam.Tests.Components;

public class ExternalAccessAnalyzerTests
{
    [Fact]
    public async Task WhatTheStackMeansToShare_IsPutAway_ByResourceAndByWhomItIsSharedWith()
    {
        const string key = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
        var stack = await StackUnderMocks.DeployAsync($$"""
            {
              "executionRoles": { "unet": { "roleName": "unet" } },
              "deployers": {
                "ci": {
                  "userName": "ci",
                  "secretsManager": {
                    "kmsKey": "{{key}}",
                    "readers": ["arn:aws:iam::222222222222:role/reader", "arn:aws:iam::123456789012:role/own"]
                  }
                },
                "other": { "userName": "other", "secretsManager": { "readers": ["arn:aws:iam::123456789012:role/own"] } }
              },
              "passRoleGrants": {
                "partner": {
                  "executionRoles": ["unet"], "principal": "arn:aws:iam::222222222222:role/partner", "activities": ["manageJobs"],
                  "resourcePrefixes": ["unet-"]
                },
                "own": { "executionRoles": ["unet"], "principal": "arn:aws:iam::123456789012:role/own" }
              },
              "repositories": { "team/unet": { "pullFrom": ["333333333333"] }, "private": {} },
              "keys": { "secrets": {}, "data": {} },
              "managedSecrets": {
                "team/token": {
                  "kmsKey": "secrets",
                  "readers": ["arn:aws:iam::222222222222:role/reader", "arn:aws:iam::123456789012:role/own"],
                  "writers": ["arn:aws:iam::123456789012:role/own"]
                },
                "private": { "kmsKey": "data", "writers": ["arn:aws:iam::123456789012:role/own"] }
              },
              "analyzer": { "name": "shared" }
            }
            """);

        Rules(stack).Should().BeEquivalentTo(
        [
            "key-secrets: arn:aws:kms:us-east-1:123456789012:key/secrets-key-1a2b3c4-id to arn:aws:iam::222222222222:role/reader",
            "managed-secret-team.token: arn:aws:secretsmanager:us-east-1:123456789012:secret:team/token-a1b2c3 to "
                + "arn:aws:iam::222222222222:role/reader",
            "grant-partner: arn:aws:iam::123456789012:role/partner-role-1a2b3c4 to arn:aws:iam::222222222222:role/partner",
            "repository-team.unet: arn:aws:ecr:us-east-1:123456789012:repository/team/unet to 333333333333",
            "secret-ci: arn:aws:secretsmanager:us-east-1:123456789012:secret:ci-secret-1a2b3c4-a1b2c3 to "
                + "arn:aws:iam::222222222222:role/reader",
        ]);
        stack.Inputs("aws:accessanalyzer/analyzer:Analyzer", "analyzer-analyzer")["type"].Should().Be("ACCOUNT");
        stack.Outputs.Should().ContainKey("analyzerArns");
    }

    [Fact]
    public async Task MoreThanARuleHolds_AreInSeveral()
    {
        var accounts = Enumerable.Range(0, 41).Select(at => $"{210987654000 + at}").ToList();
        var stack = await StackUnderMocks.DeployAsync($$"""
            {
              "repositories": { "unet": { "pullFrom": [{{string.Join(',', accounts.Select(account => $"\"{account}\""))}}] } },
              "analyzer": { "name": "shared" }
            }
            """);

        Rules(stack).Should().BeEquivalentTo(accounts.Chunk(20).Select((with, at) =>
            $"repository-unet{(at == 0 ? "" : $"-{at + 1}")}: arn:aws:ecr:us-east-1:123456789012:repository/unet to "
                + string.Join(",", with)));
    }

    [Fact]
    public async Task WithoutAnAnalyzer_NothingIsOther()
    {
        var stack = await StackUnderMocks.DeployAsync("""{ "repositories": { "unet": { "pullFrom": ["333333333333"] } } }""");

        Rules(stack).Should().BeEmpty();
        stack.Outputs.Should().NotContainKey("analyzerArns");
    }

    private static IEnumerable<string> Rules(StackUnderMocks stack) => stack.Registered
        .Where(resource => resource.Type == "aws:accessanalyzer/archiveRule:ArchiveRule")
        .Select(resource => Rule(resource.Inputs));

    private static string Rule(ImmutableDictionary<string, object> inputs)
    {
        var filters = JsonNode.Parse(JsonSerializer.Serialize(inputs["filters"]))!.AsArray()
            .ToDictionary(filter => (string)filter!["criteria"]!, filter => filter!);
        return $"{inputs["ruleName"]}: {filters["resource"]["eqs"]![0]} to "
            + string.Join(',', filters["principal.AWS"]["contains"]!.AsArray());
    }
}
