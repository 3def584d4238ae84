using System.Collections.Immutable;
using System.Reflection;
using NetArchTest.Rules;
using Proof.Judging;
using SageMakerIam.Tests.Repository;
using Wire;

namespace SageMakerIam.Tests;

/// <summary>The arrows between the rooms of the tree: what one may know of another.</summary>
public class ArchitectureTests
{
    private static readonly Assembly Program = typeof(StackProgram).Assembly;

    // From the ground up.
    private static readonly ImmutableArray<string> Rooms = ["Iam", "Settings", "Policies", "Plan", "Components"];

    private static readonly Assembly ProofOfAccess = typeof(AccessProof).Assembly;

    private static readonly ImmutableArray<string> RoomsOfTheProof =
        ["Proof", "Proof.Processes", "Proof.Tasks", "Proof.Contracts", "Proof.Results", "Proof.Judging", "Proof.Report"];

    public static TheoryData<string> EachRoom => [.. Rooms];

    public static TheoryData<string> EachRoomOfTheProof => [.. RoomsOfTheProof];

    [Theory]
    [MemberData(nameof(EachRoom))]
    public void Room_KnowsNoneAboveIt(string room)
    {
        var above = Rooms[(Rooms.IndexOf(room) + 1)..].Add("Configuration").Select(Namespace);
        var program = Types.InAssembly(Program).That().ResideInNamespaceMatching("^SageMakerIam$").GetTypes().Select(type => type.FullName!);
        In(room).ShouldNot().HaveDependencyOnAny([.. above, .. program]).GetResult().FailingTypeNames
            .Should().BeNullOrEmpty("arrows point down, from Components to Iam");
    }

    [Theory]
    [InlineData("Iam")]
    [InlineData("Settings")]
    [InlineData("Policies")]
    public void WhatIsSaid_KnowsNothingOfPulumi(string room) =>
        In(room).ShouldNot().HaveDependencyOn("Pulumi").GetResult().FailingTypeNames.Should().BeNullOrEmpty();

    [Fact]
    public void Rehearsal_KnowsNothingOfTheProgram_WhichItRunsAsPulumiDoes() =>
        Types.InAssembly(typeof(global::Rehearsal.CommandLine).Assembly).ShouldNot().HaveDependencyOn("SageMakerIam")
            .GetResult().FailingTypeNames.Should().BeNullOrEmpty();

    [Fact]
    public void Proof_KnowsAccountsAndContracts_AndNothingOfWhereTheyComeFrom() =>
        Types.InAssembly(ProofOfAccess).ShouldNot().HaveDependencyOnAny("Rehearsal", "SageMakerIam", "Pulumi", "Pulumirpc", "Wire")
            .GetResult().FailingTypeNames.Should().BeNullOrEmpty("account details and a contract come in, findings go out");

    [Theory]
    [MemberData(nameof(EachRoomOfTheProof))]
    public void RoomOfTheProof_KnowsNoneAboveIt(string room)
    {
        var above = RoomsOfTheProof[(RoomsOfTheProof.IndexOf(room) + 1)..];
        var types = Types.InAssembly(ProofOfAccess).That().ResideInNamespaceMatching($"^{room.Replace(".", @"\.", StringComparison.Ordinal)}$");
        types.GetTypes().Should().NotBeEmpty("a room that nothing stands in would keep every rule");

        types.ShouldNot().HaveDependencyOnAny([.. above]).GetResult().FailingTypeNames.Should().BeNullOrEmpty();
    }

    [Fact]
    public void Wire_LeavesHttpToGrpc() =>
        Types.InAssembly(typeof(EngineServer).Assembly).That().ResideInNamespace("Wire").ShouldNot().HaveDependencyOnAny(
            "System.Net.Http.HttpRequestMessage",
            "System.Net.Http.HttpContent",
            "System.Net.Http.Headers",
            "Microsoft.AspNetCore.Http.HttpContext")
            .GetResult().FailingTypeNames.Should().BeNullOrEmpty();

    [Fact]
    public void Method_OfTheProtocol_IsCalledByWhatIsGeneratedAndNotByItsPath()
    {
        // Put together, as this file is one of them.
        var path = string.Concat("/", "pulumirpc.");

        RepositoryFiles.Paths.Where(file => RepositoryFiles.Lines(file).Any(line => line.Contains(path, StringComparison.Ordinal)))
            .Should().BeEmpty();
    }

    private static PredicateList In(string room)
    {
        var types = Types.InAssembly(Program).That().ResideInNamespace(Namespace(room));
        types.GetTypes().Should().NotBeEmpty("a room that nothing stands in would keep every rule");
        return types;
    }

    private static string Namespace(string room) => $"SageMakerIam.{room}";
}
