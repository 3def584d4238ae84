namespace SageMakerIam.Tests.SetUp;

/// <summary>What is missing or wrong is one line each, before anything is installed or built.</summary>
public sealed class MachineTests : IDisposable
{
    private readonly BareMachine machine = BareMachine.Complete();

    public void Dispose() => machine.Dispose();

    [Theory]
    [InlineData("dotnet", "10")]
    [InlineData("node", "20")]
    [InlineData("npm", "20")]
    [InlineData("python3", "3.10")]
    public async Task ToolThatIsMissing_IsNamed(string tool, string version)
    {
        machine.Lacks(tool);
        await ShouldRefuseAsync($"{tool}: it is not on the PATH. * version {version} or later*");
    }

    [Theory]
    [InlineData("dotnet", "echo '8.0.100 [/sdk]'; echo '9.0.305 [/sdk]'", "9.0")]
    [InlineData("node", "echo v18.20.4", "18.20")]
    [InlineData("node", "echo v16.20.2", "16.20")]
    [InlineData("python3", "echo Python 3.9.18", "3.9")]
    [InlineData("python3", "echo Python 2.7.18", "2.7")]
    public async Task ToolThatIsTooOld_IsNamedWithItsVersion(string tool, string answer, string version)
    {
        machine.Has(tool, answer);
        await ShouldRefuseAsync($"{tool}: it is of version {version}. * or later*");
    }

    [Fact]
    public async Task RuntimeOfDotnetWithoutAnSdk_IsRefused()
    {
        machine.Has("dotnet", "true");
        await ShouldRefuseAsync("dotnet: it names no version. Install the .NET SDK*");
    }

    [Fact]
    public async Task ShimWithNothingBehindIt_IsRefused()
    {
        machine.Has("python3", "echo 'pyenv: python3: command not found' >&2; exit 127");
        await ShouldRefuseAsync("python3: it does not run: pyenv: python3: command not found. Install Python*");
    }

    [Fact]
    public async Task PulumiSdk_IsNugetOrOffline()
    {
        machine.Environment["PulumiSdk"] = "nonsense";
        await ShouldRefuseAsync("PulumiSdk: 'nonsense'. It is nuget or offline.");
    }

    [Fact]
    public async Task FolderThatCannotBeWritten_IsNamed()
    {
        // Also for root, whom no permission stops.
        machine.Write("artifacts", "a file");
        await ShouldRefuseAsync($"{machine.Clone}/artifacts: it cannot be written. *");
    }

    [Fact]
    public async Task AllFaults_AreSaidAtOnce()
    {
        machine.Lacks("dotnet");
        machine.Has("node", "echo v18.20.4");
        machine.Environment["PulumiSdk"] = "nonsense";

        (await machine.RunAsync("test")).Lines.Should().HaveCount(3);
    }

    [Fact]
    public async Task ToolThatIsReplaced_IsLookedAtAgain()
    {
        (await machine.RunAsync("rehearse")).Exit.Should().Be(0);
        machine.Has("node", "echo v18.20.4");

        (await machine.RunAsync("rehearse")).Lines.Should().ContainSingle().Which.Should().Match("node: it is of version 18.20. *");
    }

    private async Task ShouldRefuseAsync(string line)
    {
        foreach (var command in new[] { "rehearse", "test" })
        {
            var ended = await machine.RunAsync(command);
            ended.Exit.Should().Be(2, ended.Errors);
            ended.Lines.Should().ContainSingle().Which.Should().Match(line);
        }

        machine.Calls.Should().BeEmpty();
    }
}
