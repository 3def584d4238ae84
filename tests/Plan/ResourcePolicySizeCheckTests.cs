using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SageMakerIam.Plan;
using SageMakerIam.Settings;
using SageMakerIam.Tests.Policies;

namespace SageMakerIam.Tests.Plan;

/// <summary>What a service could not hold as the policy of a resource is refused, and what it can is not.</summary>
public sealed class ResourcePolicySizeCheckTests
{
    /// <summary>Stacks with a resource whose policy names so many others, and what is said of it.</summary>
    private static readonly Dictionary<string, (Func<int, StackSettings> Naming, string Fault)> Stacks = new()
    {
        ["principals of a bucket"] = (
            count => new() { GuardedBuckets = Entry("data", new GuardedBucketSettings { Principals = Roles(count) }) },
            @"^guardedBuckets\.data: a policy of 20,\d{3} bytes\. S3 holds 20,480: name roles by a pattern"),
        ["roles that use a bucket"] = (
            count => new()
            {
                ExecutionRoles = Many(
                    count, new ExecutionRoleSettings { Buckets = [new() { Name = "data", Access = [S3AccessLevel.Read] }] }),
                GuardedBuckets = Entry("data", new GuardedBucketSettings()),
            },
            @"^guardedBuckets\.data: a policy of 20,\d{3} bytes"),
        ["roles that use a key"] = (
            count => new()
            {
                ExecutionRoles = Many(count, new ExecutionRoleSettings { KmsKeys = ["data"] }),
                Keys = Entry("data", new KeySettings()),
            },
            @"^keys\.data: a policy of 32,\d{3} bytes\. KMS holds 32,768: make another key, for some of the entries that name it\.$"),
        ["deployers that use a key"] = (
            count => new()
            {
                Deployers = Many(count, new DeployerSettings { KmsKeys = ["data"] }),
                Keys = Entry("data", new KeySettings()),
            },
            @"^keys\.data: a policy of 32,\d{3} bytes"),
        ["roles that read secrets under a key"] = (
            count => new()
            {
                ExecutionRoles = Many(count, new ExecutionRoleSettings { SecretKmsKeys = ["data"] }),
                Keys = Entry("data", new KeySettings()),
            },
            @"^keys\.data: a policy of 32,\d{3} bytes"),
        ["writers of secrets under a key"] = (
            count => new()
            {
                ManagedSecrets = Entry("token", new ManagedSecretSettings { KmsKey = "data", Writers = Roles(count) }),
                Keys = Entry("data", new KeySettings()),
            },
            @"^keys\.data: a policy of 32,\d{3} bytes"),
        ["readers of a secret"] = (
            count => new() { ManagedSecrets = Entry("token", new ManagedSecretSettings { Readers = Roles(count) }) },
            @"^managedSecrets\.token: a policy of 20,\d{3} bytes\. Secrets Manager holds 20,480: make another secret, for some of"),
        ["roles that read a secret"] = (
            count => new()
            {
                ExecutionRoles = Many(count, new ExecutionRoleSettings { Secrets = ["token"] }),
                ManagedSecrets = Entry("token", new ManagedSecretSettings()),
            },
            @"^managedSecrets\.token: a policy of 20,\d{3} bytes"),
        ["readers of an access key"] = (
            count => new() { Deployers = Entry("ci", new DeployerSettings { SecretsManager = new() { Readers = Roles(count) } }) },
            @"^deployers\.ci\.secretsManager: a policy of 20,\d{3} bytes\. Secrets Manager holds 20,480: name fewer readers"),
        ["accounts that pull"] = (
            count => new() { Repositories = Entry("images", new ImageRepositorySettings { PullFrom = [.. Numbers(count)] }) },
            @"^repositories\.images: a policy of 10,\d{3} bytes\. ECR holds 10,240: name fewer accounts in pullFrom\.$"),
        ["buckets of an endpoint"] = (
            count => new()
            {
                Endpoints = Entry("main", new EndpointSettings
                {
                    VpcId = "vpc-0a1b",
                    Buckets = [.. Numbers(count).Select(number => $"bucket-{number}")],
                }),
            },
            @"^endpoints\.main: a policy of 20,\d{3} bytes for s3\. AWS holds 20,480: split the stack"),
    };

    public static TheoryData<string> What => [.. Stacks.Keys];

    [Theory]
    [MemberData(nameof(What))]
    public void WhatIsOneTooMany_IsRefusedWithItsSize_AndOneLessIsNot(string what)
    {
        var (naming, fault) = Stacks[what];
        var (fits, tooMany) = (1, 1_000);
        while (tooMany - fits > 1)
        {
            var middle = (fits + tooMany) / 2;
            (fits, tooMany) = Faults(naming(middle)).Count == 0 ? (middle, tooMany) : (fits, middle);
        }

        Faults(naming(tooMany)).Should().ContainSingle().Which.Should().MatchRegex(fault);
        Faults(naming(fits)).Should().BeEmpty();
    }

    [Fact]
    public void WhatABucketsPolicySaysThatIsKept_CountsInTheBytesThatItTakes()
    {
        var stack = new StackSettings { GuardedBuckets = Entry("data", new GuardedBucketSettings { Adopt = BucketPolicyAdoption.Merge }) };
        JsonNode There(int letters) => JsonNode.Parse($$"""
            {"Version":"2012-10-17","Id":"{{new string('é', letters)}}","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*"}]}
            """)!;

        Faults(stack, There(6_000)).Should().BeEmpty();
        Faults(stack, There(10_000)).Should().ContainSingle().Which.Should().StartWith("guardedBuckets.data: a policy of 2");
    }

    private static IEnumerable<string> Numbers(int count) => Enumerable.Range(0, count).Select(number => $"{210987654000 + number}");

    private static ImmutableArray<string> Roles(int count) =>
        [.. Numbers(count).Select(number => $"arn:aws:iam::{number}:role/partner-of-some-name")];

    private static ImmutableSortedDictionary<string, T> Entry<T>(string name, T settings) =>
        ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal).Add(name, settings);

    private static ImmutableSortedDictionary<string, T> Many<T>(int count, T settings) =>
        Numbers(count).ToImmutableSortedDictionary(number => $"e{number}", _ => settings, StringComparer.Ordinal);

    private static List<string> Faults(StackSettings settings, JsonNode? policyThere = null)
    {
        var plan = StackPlan.Of(settings, PolicyJudge.Account, []);
        var there = policyThere is null ? new() : new Dictionary<string, JsonNode> { ["data"] = policyThere };
        return [.. ResourcePolicySizeCheck.Faults(plan, there).Select(fault => fault.ToString())];
    }
}
