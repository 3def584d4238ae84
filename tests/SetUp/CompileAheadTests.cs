namespace SageMakerIam.Tests.SetUp;

/// <summary>What is compiled ahead of a rehearsal, when, and what becomes of it where .NET's compiler is not to be had.</summary>
public sealed class CompileAheadTests : IDisposable
{
    private const string Compiler = """
        #!/usr/bin/env bash
        echo "compile ${1##*/bin/}" >>"$CALLS"
        [[ $1 != */Broken.dll ]] || exit 1
        { echo ahead; cat "$1"; } >"$3"
        """;

    private const string Download = """
        mkdir -p "$5/microsoft.netcore.app.crossgen2.linux-x64/10.0.12/tools"
        cp "$HOME/compiler" "$5/microsoft.netcore.app.crossgen2.linux-x64/10.0.12/tools/crossgen2"
        """;

    private readonly BareMachine machine = BareMachine.Complete();

    public CompileAheadTests()
    {
        machine.Environment["PulumiSdk"] = "offline";
        machine.Write("../home/compiler", Compiler);
        machine.Write("infra/Program.cs", "");
        HasDotnet(Download, InBoth("wire"));
    }

    public void Dispose() => machine.Dispose();

    [Fact]
    public async Task AssembliesOfTheRehearsalAndItsProgram_AreCompiledOnceEach_ForTheLatestRuntime()
    {
        await RehearseAsync();

        machine.Calls.Should().ContainSingle(call => call.StartsWith("dotnet package", StringComparison.Ordinal))
            .Which.Should().Contain("Microsoft.NETCore.App.Crossgen2.linux-x64@10.0.12 ");
        Compiled.Should().BeEquivalentTo(
            "Rehearsal/debug/Rehearsal.dll", "Rehearsal/debug/Wire.dll", "SageMakerIam/debug/SageMakerIam.dll");
        foreach (var assembly in new[] { "Rehearsal/debug/Rehearsal.dll", "Rehearsal/debug/Wire.dll", "SageMakerIam/debug/Wire.dll" })
        {
            Read(assembly).Should().StartWith("ahead\n");
        }
    }

    [Fact]
    public async Task AssembliesThatABuildPutsBack_AreNotCompiledAgain()
    {
        await RehearseAsync();
        var before = machine.Calls.Count;
        machine.Write("infra/Program.cs", "changed");

        await RehearseAsync();

        machine.Calls.Skip(before).Should().Contain(call => call.StartsWith("dotnet build"))
            .And.NotContain(call => call.StartsWith("compile") || call.StartsWith("dotnet package"));
        Read("Rehearsal/debug/Rehearsal.dll").Should().Be("ahead\nRehearsal\n");
    }

    [Fact]
    public async Task AssemblyThatHasChanged_IsCompiledAgain_AndItsFormerCodeIsDropped()
    {
        await RehearseAsync();
        HasDotnet(Download, InBoth("changed"));
        machine.Write("infra/Program.cs", "changed");

        await RehearseAsync();

        Read("Rehearsal/debug/Wire.dll").Should().Be("ahead\nchanged\n");
        Read("SageMakerIam/debug/Wire.dll").Should().Be("ahead\nchanged\n");
        Kept.Should().HaveCount(3).And.ContainSingle(file => file.StartsWith("Wire.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhatCannotBeCompiled_OrIsTooLarge_StaysAsItIs()
    {
        HasDotnet(Download, "echo broken >Rehearsal/debug/Broken.dll; printf '%*s' 5000000 >SageMakerIam/debug/Large.dll");

        await RehearseAsync();

        Read("Rehearsal/debug/Broken.dll").Should().Be("broken\n");
        Read("SageMakerIam/debug/Large.dll").Should().StartWith(" ");
        Read("Rehearsal/debug/Rehearsal.dll").Should().StartWith("ahead\n");
    }

    [Fact]
    public async Task FeedWithoutTheCompiler_IsOneLine_AndNotAskedAgain()
    {
        HasDotnet("exit 1", "");

        var ended = await RehearseAsync();
        machine.Write("infra/Program.cs", "changed");
        var again = await RehearseAsync();

        ended.Lines.Should().ContainSingle(line => line.Contains("compiled ahead", StringComparison.Ordinal)).Which.Should().Be(
            "Nothing is compiled ahead, and each rehearsal takes a little longer: dotnet package download "
                + "Microsoft.NETCore.App.Crossgen2.linux-x64@10.0.12 fails. To try again: rm artifacts/set-up/not-compiled-ahead");
        again.Lines.Should().NotContain(line => line.Contains("ahead", StringComparison.OrdinalIgnoreCase));
        machine.Calls.Count(call => call.StartsWith("dotnet package")).Should().Be(1);
        Read("Rehearsal/debug/Rehearsal.dll").Should().Be("Rehearsal\n");
    }

    private IEnumerable<string> Compiled =>
        machine.Calls.Where(call => call.StartsWith("compile ", StringComparison.Ordinal)).Select(call => call["compile ".Length..]);

    private IEnumerable<string> Kept =>
        Directory.EnumerateFiles(Path.Combine(machine.Clone, "artifacts/offline/ahead")).Select(file => Path.GetFileName(file));

    private static string InBoth(string wire) => $"for program in *; do echo {wire} >$program/debug/Wire.dll; done";

    private string Read(string assembly) => File.ReadAllText(Path.Combine(machine.Clone, "artifacts/offline/bin", assembly));

    private async Task<EndedCommand> RehearseAsync()
    {
        var ended = await machine.RunAsync("rehearse");
        ended.Exit.Should().Be(0, ended.Errors);
        return ended;
    }

    /// <summary>A dotnet that builds both programs, and more.</summary>
    /// <param name="download">How it downloads the compiler, in bash.</param>
    /// <param name="build">What it builds besides, in bash, in the folder of the outputs.</param>
    private void HasDotnet(string download, string build) => machine.Has("dotnet", $$"""
        [[ $1 != --list-sdks ]] || { echo "10.0.401 [/sdk]"; exit; }
        echo "dotnet $*" >>"$CALLS"
        case "$*" in
          --list-runtimes)
            for version in 9.0.14 10.0.3 10.0.12; do echo "Microsoft.NETCore.App $version [/dotnet/shared/Microsoft.NETCore.App]"; done ;;
          --info) echo " RID:         linux-x64" ;;
          nuget*) echo "global-packages: $HOME/packages/" ;;
          package*) {{download}} ;;
          build*)
            mkdir -p artifacts/offline/bin/{Rehearsal,SageMakerIam}/debug
            cd artifacts/offline/bin
            for program in Rehearsal SageMakerIam; do echo $program >$program/debug/$program.dll; done
            {{build}} ;;
        esac
        """);
}
