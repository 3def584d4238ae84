using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;
using NetArchTest.Rules;
using Proof;
using Proof.Judging;
using Proof.Parameters.Kinds;
using SageMakerIam.Tests.Repository;
using Wire;

namespace SageMakerIam.Tests;

/// <summary>The arrows between the rooms of the tree: what one may know of another.</summary>
public class ArchitectureTests
{
    private static readonly Assembly Program = typeof(StackProgram).Assembly;
    private static readonly Assembly Command = typeof(global::Rehearsal.CommandLine).Assembly;

    // From the ground up.
    private static readonly ImmutableArray<string> Rooms = ["Iam", "Settings", "Policies", "Plan", "Components", "Parts"];

    private static readonly Assembly ProofOfAccess = typeof(AccessProof).Assembly;

    private static readonly ImmutableArray<string> RoomsOfTheProof =
    [
        "Proof", "Proof.Processes", "Proof.Parameters", "Proof.Parameters.Kinds", "Proof.Tasks", "Proof.Contracts", "Proof.Results",
        "Proof.Judging", "Proof.Report",
    ];

    private static readonly ImmutableArray<string> RoomsOfTheRehearsal =
        ["Engine", "Programs", "Providers", "StackFiles", "PulumiCli", "Output", "Emulation", "Report", "Life"];

    public static TheoryData<string> EachRoom => [.. Rooms];

    public static TheoryData<string> EachRoomOfTheProof => [.. RoomsOfTheProof];

    public static TheoryData<string> EachRoomOfTheRehearsal => [.. RoomsOfTheRehearsal];

    [Theory]
    [MemberData(nameof(EachRoom))]
    public void Room_KnowsNoneAboveIt(string room)
    {
        var above = Rooms[(Rooms.IndexOf(room) + 1)..].Add("Configuration").Select(Namespace);
        var program = Types.InAssembly(Program).That().ResideInNamespaceMatching("^SageMakerIam$").GetTypes()
            .Select(type => type.FullName!);
        In(room).ShouldNot().HaveDependencyOnAny([.. above, .. program]).GetResult().FailingTypeNames
            .Should().BeNullOrEmpty("arrows point down, from Parts to Iam");
    }

    [Theory]
    [InlineData("Iam")]
    [InlineData("Settings")]
    [InlineData("Policies")]
    public void WhatIsSaid_KnowsNothingOfPulumi(string room) =>
        In(room).ShouldNot().HaveDependencyOn("Pulumi").GetResult().FailingTypeNames.Should().BeNullOrEmpty();

    [Fact]
    public void Rehearsal_KnowsNothingOfTheProgram_WhichItRunsAsPulumiDoes() =>
        Types.InAssembly(Command).ShouldNot().HaveDependencyOn("SageMakerIam")
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
        var types = Types.InAssembly(ProofOfAccess).That().ResideInNamespaceMatching($"^{Regex.Escape(room)}$");
        types.GetTypes().Should().NotBeEmpty("a room that nothing stands in would keep every rule");

        types.ShouldNot().HaveDependencyOnAny([.. above]).GetResult().FailingTypeNames.Should().BeNullOrEmpty();
    }

    [Fact]
    public void EachFolderOfTheRehearsal_IsARoom() => Types.InAssembly(Command).GetTypes()
        .Select(type => type.Namespace?.Split('.'))
        .Where(spaces => spaces is ["Rehearsal", _, ..])
        .Select(spaces => spaces![1])
        .Distinct().Should().BeEquivalentTo(RoomsOfTheRehearsal);

    [Theory]
    [MemberData(nameof(EachRoomOfTheRehearsal))]
    public void RoomOfTheRehearsal_KnowsNoneAboveIt(string room)
    {
        var above = RoomsOfTheRehearsal[(RoomsOfTheRehearsal.IndexOf(room) + 1)..].Select(OfTheRehearsal);

        Knowing(OfTheRehearsal(room), [.. above, "Rehearsal.CommandLine"]).Should().BeEmpty("arrows point down, from Life to the ground");
    }

    [Fact]
    public void GroundOfTheRehearsal_KnowsNoRoom() =>
        Exactly("Rehearsal").Except(["Rehearsal.CommandLine"])
            .Intersect(Knowing("Rehearsal", [.. RoomsOfTheRehearsal.Select(OfTheRehearsal)])).Should().BeEmpty();

    [Fact]
    public void Engine_KnowsNoOtherRoom() =>
        Knowing("Rehearsal.Engine", [.. RoomsOfTheRehearsal.Remove("Engine").Select(OfTheRehearsal), "Proof"]).Should().BeEmpty();

    [Theory]
    [InlineData("Aws", "Random")]
    [InlineData("Random", "Aws")]
    [InlineData("Aws.Iam", "Aws.SecretsManager")]
    [InlineData("Aws.SecretsManager", "Aws.Iam")]
    [InlineData("Aws.Calls", "Aws.Iam")]
    [InlineData("Aws.Calls", "Aws.SecretsManager")]
    public void Provider_KnowsNothingOf(string one, string other) =>
        Knowing($"Rehearsal.Providers.{one}", [$"Rehearsal.Providers.{other}"]).Should().BeEmpty();

    [Fact]
    public void WhatCallsAws_KnowsNoTypeOfResource() =>
        Knowing("Rehearsal.Providers.Aws.Calls", Exactly("Rehearsal.Providers.Aws")).Should().BeEmpty();

    [Fact]
    public void WhatProvidersShare_KnowsNoneOfThem() =>
        Exactly("Rehearsal.Providers").Except(["Rehearsal.Providers.PluginHost"])
            .Intersect(Knowing("Rehearsal.Providers", ["Rehearsal.Providers.Aws", "Rehearsal.Providers.Random"])).Should().BeEmpty();

    [Theory]
    [InlineData(AccessRequest.OwnExternalId)]
    [InlineData(RoleKind.Admin)]
    public void WordThatTheJudgeHasToKnow_IsSentToIt_AndNotWrittenTwice(string word) =>
        RepositoryFiles.Paths.Where(file => file.StartsWith("proof/judge/", StringComparison.Ordinal))
            .Where(file => RepositoryFiles.Lines(file).Any(line => line.Contains($"'{word}'", StringComparison.Ordinal)))
            .Should().BeEmpty();

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

    /// <summary>The types of a namespace of the rehearsal, and of those in it, that know something.</summary>
    private static IReadOnlyList<string> Knowing(string space, string[] something)
    {
        something.Should().NotBeEmpty();
        var types = Types.InAssembly(Command).That().ResideInNamespace(space);
        types.GetTypes().Should().NotBeEmpty("a room that nothing stands in would keep every rule");
        return types.ShouldNot().HaveDependencyOnAny(something).GetResult().FailingTypeNames ?? [];
    }

    private static string[] Exactly(string space)
    {
        var types = Types.InAssembly(Command).GetTypes().Where(type => type.Namespace == space).Select(type => type.FullName!).ToArray();
        types.Should().NotBeEmpty();
        return types;
    }

    private static string OfTheRehearsal(string room) => $"Rehearsal.{room}";
}
