using System.Text.RegularExpressions;
using SageMakerIam.Iam;
using SageMakerIam.Policies;
using SageMakerIam.Settings;
using SageMakerIam.Tests.Policies.Controls;

namespace SageMakerIam.Tests.Policies.Activities;

/// <summary>
/// <c>docs/activities.md</c> says what ours leave out of the activities of SageMaker Role Manager, action by action.
/// <c>role-manager.tsv</c> beside this file has what those allow.
/// </summary>
public sealed partial class RoleManagerTests
{
    private static readonly Dictionary<string, string[]> Theirs =
        File.ReadLines(Path.Combine(RepositoryFolder.Path, "tests", "Policies", "Activities", "role-manager.tsv"))
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('\t'))
            .ToDictionary(row => row[0], row => row[1].Split(' '));

    public static TheoryData<string> Activities => new(Theirs.Keys);

    [Theory]
    [MemberData(nameof(Activities))]
    public void WhatOursLeaveOut_IsWhatTheTableSays(string activity)
    {
        var row = Table.Single(row => row[0] == activity);
        var ours = Ours(row[1]).SelectMany(statement => statement.Actions).ToHashSet();
        var theirs = Theirs[activity];

        theirs.Except(ours).Should().BeEquivalentTo(Words(row[2]).Select(InFull).Intersect(theirs), row[2]);
    }

    [Fact]
    public void EachOfOurs_StandsInATable() =>
        MLActivity.All.Select(activity => activity.Word).Should().BeSubsetOf(Table.SelectMany(row => row.SelectMany(Words)));

    private static IEnumerable<string[]> Table { get; } =
        [.. File.ReadLines(Path.Combine(RepositoryFolder.Path, "docs", "activities.md"))
            .Where(line => line.StartsWith('|'))
            .Select(line => line.Trim('|').Split(" | ").Select(cell => cell.Trim()).ToArray())];

    // The activities that a cell names, and the settings of an execution role.
    private static IEnumerable<Statement> Ours(string cell)
    {
        var words = Words(cell).ToHashSet();
        var scope = PolicyJudge.Scope;
        return
        [
            .. MLActivity.All.Where(activity => words.Contains(activity.Word)).SelectMany(activity => activity.Statements(scope)),
            .. cell.StartsWith("an execution role", StringComparison.Ordinal) || cell == "`buckets`" ? OfARole : [],
        ];
    }

    private static IEnumerable<Statement> OfARole => ExecutionRolePolicy.Statements(
        "role",
        new ExecutionRoleSettings
        {
            Buckets = [new() { Name = "data", Access = [S3AccessLevel.Read, S3AccessLevel.Write, S3AccessLevel.Delete] }],
            Repositories = new() { Pull = ["images"] },
            KmsKeys = [ControlledDeployer.Key],
            Vpc = new() { Subnets = ["subnet-a"], SecurityGroups = ["sg-a"] },
        },
        "arn:aws:iam::123456789012:role/role",
        [],
        PolicyJudge.Account);

    private static IEnumerable<string> Words(string cell) => Word().Matches(cell).Select(match => match.Groups[1].Value);

    private static string InFull(string action) => action.Contains(':', StringComparison.Ordinal) ? action : $"sagemaker:{action}";

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Word();
}
