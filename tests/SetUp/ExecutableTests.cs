using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Rehearsal.StackFiles;
using SageMakerIam.Tests.Wire;

namespace SageMakerIam.Tests.SetUp;

/// <summary>What <c>./build</c> makes, and what it says where it cannot.</summary>
public sealed class ExecutableTests : IDisposable
{
    private static readonly Dictionary<string, string> Settings = new()
    {
        ["aws:region"] = "us-east-1",
        ["wire:executionRoles"] = """{"training":{"repositories":["churn"],"buckets":[{"name":"churn","access":["read"]}]}}""",
        ["wire:deployers"] = """{"ci":{"executionRoles":["training"],"activities":["manageJobs"],"resourcePrefixes":["churn-"]}}""",
    };

    private readonly BareMachine machine = BareMachine.Complete();

    public void Dispose() => machine.Dispose();

    [FactWithRuntimePack]
    public Task SelfContainedExecutable_RegistersWhatTheProgramDoes() => HoldToTheProgramAsync("--output", Output);

    [Fact]
    public Task FrameworkDependentExecutable_RegistersWhatTheProgramDoes() =>
        HoldToTheProgramAsync("--output", Output, "--framework-dependent");

    [Fact]
    public async Task Executable_IsPublishedForThisMachine_AndPulumiYamlNamesItFromTheProgramsFolder()
    {
        HasDotnetThatPublishes();

        var ended = await BuildAsync();

        ended.Output.Should().EndWith("runtime:\n  name: dotnet\n  options:\n    binary: ../artifacts/program/linux-x64/SageMakerIam\n");
        File.Exists(Path.Combine(machine.Clone, "infra", "../artifacts/program/linux-x64/SageMakerIam.dll")).Should().BeTrue();
        machine.Calls[^1].Should().StartWith("dotnet publish infra -c Release -r linux-x64 --self-contained true -o ")
            .And.EndWith(" on offline");
    }

    [Fact]
    public async Task FolderOfTheUser_IsNamedInFull_AndMadeAnew()
    {
        HasDotnetThatPublishes();
        await BuildAsync("--output", Output, "--runtime", "osx-arm64");
        var stale = Path.Combine(Output, "Stale.dll");
        await File.WriteAllTextAsync(stale, "");

        var again = await BuildAsync("--output", Output, "--runtime", "osx-arm64", "--framework-dependent");

        again.Output.Should().Contain("the .NET runtime 10").And.EndWith($"    binary: {Output}/SageMakerIam\n");
        File.Exists(stale).Should().BeFalse();
        Directory.GetDirectories(machine.Elsewhere).Should().Equal(Output);
    }

    [Fact]
    public async Task FolderWithSomethingElse_IsLeftAlone()
    {
        HasDotnetThatPublishes();

        var ended = await machine.RunAsync("build", "--output", Path.Combine(machine.Clone, "proof"), "--fast", "--runtime");

        ended.Exit.Should().Be(2);
        ended.Lines.Should().Equal(
            "--fast: there is no such option. ./build --help lists them.", "--runtime: it needs a value. ./build --help says which.");
        ended = await machine.RunAsync("build", "--output", Path.Combine(machine.Clone, "proof"));
        ended.Lines.Should().ContainSingle().Which.Should().StartWith($"{machine.Clone}/proof: it holds something else.");
        Directory.Exists(Path.Combine(machine.Clone, "proof", "judge")).Should().BeTrue();
    }

    [Theory]
    [InlineData(
        "error NU1102: Unable to find package Microsoft.NETCore.App.Runtime.linux-x64 with version (= 10.0.12)",
        "dotnet: the package feed lacks Microsoft.NETCore.App.Runtime.linux-x64, a part of .NET that goes into the executable.*"
            + "or give --framework-dependent.")]
    [InlineData(
        "error NU1101: Unable to find package Microsoft.NETCore.App.Host.osx-arm64. No packages exist",
        "dotnet: the package feed lacks Microsoft.NETCore.App.Host.osx-arm64, a part of .NET that goes into the executable.*")]
    [InlineData("error NETSDK1083: The specified RuntimeIdentifier 'x' is not recognized.", "--runtime linux-x64: .NET knows no such *")]
    [InlineData("error NU1301: Unable to load the service index", "dotnet: the package feed cannot be reached*")]
    public async Task WhatIsMissing_IsOneLine(string said, string line)
    {
        HasDotnetThatPublishes($"echo '/infra.csproj : {said}'; exit 1");

        var ended = await machine.RunAsync("build");

        ended.Exit.Should().Be(1);
        ended.Lines[^1].Should().Match(line);
        ended.Lines[^2].Should().EndWith(" ...");
        Directory.Exists(Path.Combine(machine.Clone, "artifacts", "program", "linux-x64")).Should().BeFalse();
    }

    /// <summary>A folder that is not there.</summary>
    private string Output => Path.Combine(machine.Elsewhere, "program");

    /// <summary>Makes the executable, has a project name it, and compares what it says to its engine with what the program says.</summary>
    private async Task HoldToTheProgramAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(RepositoryFolder.Path, "build"), arguments);
        start.Environment["PulumiSdk"] = typeof(PulumiProject).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(entry => entry.Key == "PulumiSdk").Value;
        // It compiles all that the program is made of, beside whatever else this machine does.
        var built = await RunningCommand.Start(start).EndAsync(within: TimeSpan.FromMinutes(10));
        built.Exit.Should().Be(0, built.Errors);
        var project = Directory.CreateDirectory(Path.Combine(machine.Elsewhere, "project", "infra")).Parent!.FullName;
        var runtime = built.Output[built.Output.IndexOf("runtime:\n", StringComparison.Ordinal)..];
        await File.WriteAllTextAsync(Path.Combine(project, "Pulumi.yaml"), $"name: wire\nmain: infra\n{runtime}");

        var executable = await OfficialMonitor.RunAsync(PulumiProject.Read(project).Program(), Settings);

        var program = await OfficialMonitor.RunAsync(PulumiProject.Read(RepositoryFolder.Path).Program(), Settings);
        executable.ExitCode.Should().Be(0);
        executable.Requests("RegisterResource").Should().HaveCountGreaterThan(9);
        Said(executable).Should().Equal(Said(program));
    }

    // What the official SDK logs for its own debugging, and what a resource depends on, stands in no fixed order.
    private static IEnumerable<string> Said(ProgramRun run) => run.Calls
        .Where(call => call.Method != "Log")
        .Select(call => $"{call.Method} {InOrder(JsonNode.Parse(call.Request.GetRawText()))}")
        .Order(StringComparer.Ordinal);

    private static string InOrder(JsonNode? node) => node switch
    {
        JsonArray list => $"[{string.Join(',', list.Select(InOrder).Order(StringComparer.Ordinal))}]",
        JsonObject map => string.Join(',', map.Select(entry => $"{entry.Key}: {InOrder(entry.Value)}").Order(StringComparer.Ordinal)),
        _ => node?.ToJsonString() ?? "",
    };

    private async Task<EndedCommand> BuildAsync(params string[] arguments)
    {
        var ended = await machine.RunAsync("build", arguments);
        ended.Exit.Should().Be(0, ended.Errors);
        return ended;
    }

    /// <summary>A dotnet of linux-x64 that publishes into the folder after <c>-o</c>, on the offline slice.</summary>
    private void HasDotnetThatPublishes(string publish = "mkdir \"${10}\"; touch \"${10}/SageMakerIam.dll\"")
    {
        machine.Environment["PulumiSdk"] = "offline";
        machine.Has("dotnet", $$"""
            [[ $1 != --list-sdks ]] || { echo "10.0.401 [/sdk]"; exit; }
            [[ $1 != --info ]] || { printf ' OS Platform: Linux\n RID:         linux-x64\n Base Path: /sdk\n'; exit; }
            echo "dotnet $* on ${PulumiSdk:-none}" >>"$CALLS"
            {{publish}}
            """);
    }
}

/// <summary>
/// A test that puts the .NET runtime into an executable, and is skipped where this machine does not keep it as a package.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactWithRuntimePackAttribute : FactAttribute
{
    public FactWithRuntimePackAttribute()
    {
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } given
            ? given
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var pack = $"microsoft.netcore.app.runtime.{RuntimeInformation.RuntimeIdentifier}";
        if (!Directory.Exists(Path.Combine(packages, pack, Environment.Version.ToString(3))))
        {
            Skip = $"{pack} {Environment.Version.ToString(3)} is not on this machine: run ./build once, with a package feed that has it.";
        }
    }
}
