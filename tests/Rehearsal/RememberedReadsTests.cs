using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Rehearsal.Providers.Aws.Calls;
using SageMakerIam.Tests.Rehearsal.Faults;

namespace SageMakerIam.Tests.Rehearsal;

/// <summary>
/// What AWS answered once is not asked again, until something changes in that service of that account. Changes by somebody else, who works
/// on another connection, show what was asked and what was remembered.
/// </summary>
public sealed class RememberedReadsTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>, IDisposable
{
    // How often the SDK makes a call that fails, as aws.mjs sets it.
    private const int MaxAttempts = 5;

    private const string Trust =
        """
        {
          "Version": "2012-10-17",
          "Statement": [{ "Effect": "Allow", "Principal": { "Service": "sagemaker.amazonaws.com" }, "Action": "sts:AssumeRole" }]
        }
        """;

    private readonly string account = EmulatedAwsFixture.NewAccount();
    private readonly AwsConnection remembering = new(aws.Endpoint) { Reads = new RememberedReads() };
    private readonly AwsConnection elsewhere = new(aws.Endpoint);

    /// <inheritdoc/>
    public void Dispose()
    {
        remembering.Dispose();
        elsewhere.Dispose();
    }

    public static TheoryData<string, bool> Changes => new()
    {
        { "the same service of the account", true },
        { "the same service of another account", false },
        { "another service of the account", false },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task ChangeMakesItAskAgain_WhereItIsOf(string place, bool isAsked)
    {
        await CreateRoleAsync(elsewhere, account, "first");
        (await RolesAsync()).Should().Equal("first");
        await CreateRoleAsync(elsewhere, account, "second");
        (await RolesAsync()).Should().Equal("first");

        await (place switch
        {
            "the same service of the account" => CreateRoleAsync(remembering, account, "third"),
            "the same service of another account" => CreateRoleAsync(remembering, EmulatedAwsFixture.NewAccount(), "third"),
            _ => CallAsync(remembering, account, "s3", "CreateBucket", new { Bucket = $"remembered-{account}" }),
        });

        (await RolesAsync()).Should().Equal(isAsked ? ["first", "second", "third"] : ["first"]);
    }

    [Fact]
    public async Task RefusedChange_MakesItAskAgain()
    {
        (await RolesAsync()).Should().BeEmpty();
        await CreateRoleAsync(elsewhere, account, "first");

        var refused = () => CreateRoleAsync(remembering, account, "first");

        await refused.Should().ThrowAsync<AwsException>().WithMessage("*EntityAlreadyExists*");
        (await RolesAsync()).Should().Equal("first");
    }

    [Fact]
    public async Task WhatIsNotThere_IsRememberedAsWell()
    {
        var read = () => CallAsync(remembering, account, "iam", "GetRole", new { RoleName = "first" });
        await read.Should().ThrowAsync<AwsException>().WithMessage("*NoSuchEntity*");
        await CreateRoleAsync(elsewhere, account, "first");

        await read.Should().ThrowAsync<AwsException>().WithMessage("*NoSuchEntity*");

        await CreateRoleAsync(remembering, account, "second");
        await read.Should().NotThrowAsync();
    }

    [Fact]
    public async Task FailureOfAws_IsNotRemembered()
    {
        await using var proxy = await FaultyProxy.StartAsync(
            aws.Endpoint, (action, call) => action == "ListRoles" && call <= MaxAttempts ? Fault.Unavailable : null);
        using var connection = new AwsConnection(proxy.Endpoint) { Reads = new RememberedReads() };
        var read = () => CallAsync(connection, account, "iam", "ListRoles", new { });

        await read.Should().ThrowAsync<AwsException>();

        await read.Should().NotThrowAsync();
    }

    [Fact]
    public async Task OtherQuestion_IsAsked()
    {
        await CreateRoleAsync(elsewhere, account, "first");
        await CreateRoleAsync(elsewhere, account, "second");

        foreach (var name in new[] { "first", "second" })
        {
            var answer = await CallAsync(remembering, account, "iam", "GetRole", new { RoleName = name });
            ((string)answer["Role"]!["RoleName"]!).Should().Be(name);
        }
    }

    [Fact]
    public async Task Answer_IsOfItsAskerAlone()
    {
        await CreateRoleAsync(elsewhere, account, "first");
        var answer = await CallAsync(remembering, account, "iam", "ListRoles", new { });
        answer["Roles"]!.AsArray().Clear();

        (await RolesAsync()).Should().Equal("first");
    }

    private static async Task CreateRoleAsync(AwsConnection connection, string account, string name) =>
        await CallAsync(connection, account, "iam", "CreateRole", new { RoleName = name, AssumeRolePolicyDocument = Trust });

    private async Task<IEnumerable<string>> RolesAsync()
    {
        var answer = await CallAsync(remembering, account, "iam", "ListRoles", new { });
        return answer["Roles"]!.AsArray().Select(role => (string)role!["RoleName"]!).Order(StringComparer.Ordinal);
    }

    private static async Task<JsonObject> CallAsync(AwsConnection connection, string account, string service, string command, object input)
    {
        var target = new AwsTarget(account, "us-east-1", ImmutableSortedDictionary<string, string>.Empty);
        return (await connection.CallAsync(service, command, input, target)).Output;
    }
}
