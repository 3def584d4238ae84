namespace SageMakerIam.Tests.SetUp;

/// <summary>What is built, when, and on which Pulumi SDK.</summary>
public sealed class BuildTests : IDisposable
{
    private readonly BareMachine machine = BareMachine.Complete();

    public void Dispose() => machine.Dispose();

    [Fact]
    public async Task SecondRun_DoesNothingOnceMore()
    {
        await RehearseAsync("dev");
        var first = machine.Calls.Count;

        var again = await RehearseAsync("dev");

        again.Lines.Should().BeEmpty();
        machine.Calls.Skip(first).Should().ContainSingle().Which.Should().Contain("Rehearsal.dll dev");
    }

    [Fact]
    public async Task SdkThatWasAskedFor_IsTheOneThatRuns()
    {
        foreach (var sdk in new[] { "nuget", "offline", "nuget" })
        {
            machine.Environment["PulumiSdk"] = sdk;
            await RehearseAsync();
            machine.Calls[^1].Should().StartWith($"dotnet {machine.Clone}/artifacts/{sdk}/bin/Rehearsal/debug/Rehearsal.dll");
        }

        machine.Calls.Where(call => call.Contains(" build ", StringComparison.Ordinal)).Should().Equal(
            "dotnet build rehearsal/Rehearsal.slnf -v q -clp:NoSummary on nuget",
            "dotnet build rehearsal/Rehearsal.slnf -v q -clp:NoSummary on offline");
    }

    [Theory]
    [InlineData("proof/Tasks/jobs.yaml")]
    [InlineData("proof/Report/report.css")]
    [InlineData("proof/judge/privilege-escalation.tsv")]
    [InlineData("proof/judge/judge.mjs")]
    [InlineData("offline/api/Pulumi.txt")]
    [InlineData("infra/Program.cs")]
    [InlineData("wire/Wire.csproj")]
    [InlineData("a-new-project/New.csproj")]
    [InlineData("examples/downstream/Program.cs")]
    [InlineData("Directory.Packages.props")]
    [InlineData("Directory.Build.targets")]
    [InlineData(".editorconfig")]
    [InlineData("global.json")]
    public async Task InputThatChanges_IsBuiltAgain(string file)
    {
        machine.Write("offline/Pulumi/Pulumi.csproj", "<Project />");
        await RehearseAsync();
        machine.Write(file, "changed");
        await RehearseAsync();
        Builds.Should().Be(2);
        await RehearseAsync();
        Builds.Should().Be(2);
    }

    [Fact]
    public async Task InputThatIsRemoved_IsBuiltAgain()
    {
        machine.Write("infra/Policies/Old.cs", "");
        await RehearseAsync();
        File.Delete(Path.Combine(machine.Clone, "infra/Policies/Old.cs"));
        await RehearseAsync();
        Builds.Should().Be(2);
    }

    [Theory]
    [InlineData("Pulumi.dev.yaml")]
    [InlineData("examples/adoption.yaml")]
    [InlineData("README.md")]
    [InlineData("proof/Tasks/README.md")]
    [InlineData("report.html")]
    public async Task WhatIsNoInput_IsNotBuilt(string file)
    {
        machine.Write(file, "");
        await RehearseAsync();
        machine.Write(file, "changed");
        await RehearseAsync();
        Builds.Should().Be(1);
    }

    [Fact]
    public async Task PackagesThatCameAfterTheBuild_AreNoInput()
    {
        await RehearseAsync();
        (await machine.RunAsync("test")).Exit.Should().Be(0);
        var before = Builds;
        await RehearseAsync();
        machine.Calls.Should().Contain(call => call.StartsWith("npm ci --prefix tests/node", StringComparison.Ordinal));
        Builds.Should().Be(before);
    }

    [Fact]
    public async Task CloneThatIsMoved_IsBuiltAgain()
    {
        await RehearseAsync();
        var moved = Path.Combine(machine.Elsewhere, "clone");
        Directory.Move(machine.Clone, moved);
        (await machine.Start(Path.Combine(moved, "rehearse"), moved).EndAsync()).Exit.Should().Be(0);
        Builds.Should().Be(2);
    }

    [Fact]
    public async Task BuildThatFails_IsShown_AndTriedAgain()
    {
        machine.Environment["PulumiSdk"] = "offline";
        machine.Has(
            "dotnet", """[[ $1 == --list-sdks ]] && echo 10.0.401 || { echo "Program.cs(1,1): error CS1002: ; expected"; exit 1; }""");
        for (var i = 0; i < 2; i++)
        {
            var ended = await machine.RunAsync("rehearse");
            ended.Exit.Should().Be(1);
            ended.Errors.Should().EndWith("dotnet: it cannot build. It says:\nProgram.cs(1,1): error CS1002: ; expected\n");
        }
    }

    [Fact]
    public async Task FeedWithoutPulumi_TakesTheOfflineSlice_AndSaysSo()
    {
        var ended = await RehearseAsync();
        ended.Errors.Should().Contain("The package feed has no Pulumi: building on the offline slice");
        machine.Calls[^1].Should().Contain("artifacts/offline/").And.EndWith("on offline");
    }

    [Fact]
    public async Task FeedWithPulumi_IsTaken()
    {
        HasFeed("true");
        await RehearseAsync();
        machine.Calls[^1].Should().Contain("artifacts/nuget/").And.EndWith("on nuget");
    }

    [Fact]
    public async Task NugetThatWasAskedFor_OfAFeedWithoutPulumi_IsOneLine()
    {
        machine.Environment["PulumiSdk"] = "nuget";
        machine.Has(
            "dotnet", """[[ $1 == --list-sdks ]] && echo 10.0.401 || { echo "error NU1101: Unable to find package Pulumi."; exit 1; }""");
        var ended = await machine.RunAsync("rehearse");
        ended.Exit.Should().Be(1);
        ended.Lines[^1].Should().StartWith("PulumiSdk=nuget: the package feed has no Pulumi.");
    }

    [Fact]
    public async Task UnreachableFeed_BuildsOnWhatIsKept_AndSaysSoEachTime()
    {
        HasFeed("""[[ $* != *PulumiSdk=nuget* ]] || { echo "error NU1301: Unable to load the service index"; exit 1; }""");
        (await RehearseAsync()).Lines.Should().ContainSingle(
            line => line.StartsWith("On the offline slice, since the package feed could not be reached."));
        (await RehearseAsync()).Lines.Should().ContainSingle().Which.Should().Contain("To look again: rm artifacts/set-up/pulumi-sdk");
    }

    [Fact]
    public async Task UnreachableFeed_WithoutAllPackagesKept_IsOneLine()
    {
        HasFeed("""echo "infra.csproj : error NU1301: Unable to load the service index"; exit 1""");
        var ended = await machine.RunAsync("rehearse");
        ended.Exit.Should().Be(1);
        ended.Lines[^1].Should().StartWith(
            "dotnet: the package feed cannot be reached, and this machine does not keep all packages (NU1301: Unable to load");
        ended.Lines[..^1].Should().OnlyContain(line => line.EndsWith("...", StringComparison.Ordinal));
        Builds.Should().Be(0);
    }

    [Fact]
    public async Task TwoAtOnce_InAFreshClone_BothSucceed_AndOneBuilds()
    {
        machine.Environment["PulumiSdk"] = "offline";
        machine.Has("dotnet", """
            [[ $1 != --list-sdks ]] || { echo "10.0.401 [/sdk]"; exit; }
            [[ $1 != build ]] || sleep 1
            echo "dotnet $*" >>"$CALLS"
            """);
        var both = await Task.WhenAll(machine.RunAsync("rehearse"), machine.RunAsync("rehearse"));
        both.Should().OnlyContain(ended => ended.Exit == 0);
        Builds.Should().Be(1);
    }

    [Fact]
    public async Task SetUpThatIsKilled_HoldsUpNoOther()
    {
        machine.Environment["PulumiSdk"] = "offline";
        machine.Has("dotnet", """
            [[ $1 != --list-sdks ]] || { echo "10.0.401 [/sdk]"; exit; }
            [[ $1 == build && ! -f building ]] && { touch building; exec sleep 20; } || true
            """);
        var killed = machine.Start(Path.Combine(machine.Clone, "rehearse"), machine.Clone);
        await RunningCommand.UntilAsync(() => File.Exists(Path.Combine(machine.Clone, "building")), "It does not build.");
        await killed.SignalAsync("KILL");
        (await RehearseAsync()).Errors.Should().NotContain("Waiting");
    }

    private int Builds => machine.Calls.Count(call => call.StartsWith("dotnet build", StringComparison.Ordinal));

    private async Task<EndedCommand> RehearseAsync(params string[] arguments)
    {
        var ended = await machine.RunAsync("rehearse", arguments);
        ended.Exit.Should().Be(0, ended.Errors);
        return ended;
    }

    private void HasFeed(string restore) => machine.Has("dotnet", $$"""
        [[ $1 != --list-sdks ]] || { echo "10.0.401 [/sdk]"; exit; }
        echo "dotnet $* on ${PulumiSdk:-none}" >>"$CALLS"
        [[ $1 == restore ]] || exit 0
        {{restore}}
        """);
}
