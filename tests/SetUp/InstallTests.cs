namespace SageMakerIam.Tests.SetUp;

/// <summary>What the two commands install, and what they say where they cannot.</summary>
public sealed class InstallTests : IDisposable
{
    private readonly BareMachine machine = BareMachine.Complete();

    public void Dispose() => machine.Dispose();

    [Fact]
    public async Task MotoAndTheAwsCli_AreInstalledFromTheIndex_WhereTheyAreMissing()
    {
        HasNeither();
        machine.Environment["PIP_NO_INDEX"] = "1";
        machine.Environment["PIP_FIND_LINKS"] = machine.Elsewhere;
        Wheel.Make(machine.Elsewhere, "moto", "5.2.1", ("moto/__init__.py", ""), ("moto/server.py", "SERVES = True"));
        Wheel.Make(
            machine.Elsewhere, "awscli", "1.45.11", ("awscli.py", "def main(): print('installed')"),
            ("awscli-1.45.11.dist-info/entry_points.txt", "[console_scripts]\naws = awscli:main\n"));

        var installed = await machine.RunAsync("test");

        installed.Exit.Should().Be(0, installed.Errors);
        installed.Lines.Should().Contain(
            line => line.EndsWith("Installing moto and the AWS CLI into artifacts/python ...", StringComparison.Ordinal));
        var python = Path.Combine(machine.Clone, "artifacts/python/bin/python3");
        (await machine.Start(python, machine.Elsewhere, "-c", "import moto.server; print(moto.server.SERVES)").EndAsync()).Output
            .Should().Be("True\n");
        (await machine.Start(Path.Combine(machine.Clone, "artifacts/python/bin/aws"), machine.Elsewhere).EndAsync()).Output.Should().Be(
            "installed\n");

        var again = await machine.RunAsync("rehearse");
        again.Exit.Should().Be(0, again.Errors);
        again.Lines.Should().NotContain(line => line.Contains("Installing moto", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("PIP_NO_INDEX", "1")]
    [InlineData("PIP_INDEX_URL", "http://127.0.0.1:9/simple")]
    public async Task WithoutAnIndex_OneLineSaysWhatIsMissingAndHowToGetIt_BeforeAnythingIsBuilt(string variable, string value)
    {
        HasNeither();
        machine.Environment[variable] = value;

        foreach (var command in new[] { "rehearse", "test" })
        {
            var ended = await machine.RunAsync(command);
            ended.Exit.Should().Be(2, ended.Errors);
            ended.Lines.Should().ContainSingle().Which.Should().StartWith("moto[server]==5.2.1 and the AWS CLI: ")
                .And.ContainAll("PIP_INDEX_URL", "PIP_FIND_LINKS", "pip install -r .ci/requirements.txt");
        }

        machine.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task PythonWithoutVenv_IsNamed()
    {
        machine.Has("python3", """
            case $* in
              *has-moto*) exit 1 ;;
              --version) echo Python 3.11.2 ;;
              *lock.py) ;;
              '-m pip'*) echo 'No module named pip'; exit 1 ;;
              *) echo 'ensurepip is not available'; exit 1 ;;
            esac
            """);
        var ended = await machine.RunAsync("rehearse");
        ended.Exit.Should().Be(1);
        ended.Lines[^2..].Should().SatisfyRespectively(
            line => line.Should().Contain("apt-get install python3-venv"), said => said.Should().Be("ensurepip is not available"));
    }

    [Fact]
    public async Task MotoOfAnotherVersion_IsNotTaken()
    {
        machine.Write(".ci/requirements.txt", "moto[server]==0.0.1\nawscli==1.45.11\n");
        machine.Has("python3", $"""exec '{BareMachine.Python}' "$@" """);
        machine.Environment["PIP_NO_INDEX"] = "1";
        (await machine.RunAsync("rehearse")).Lines.Should().ContainSingle().Which.Should().StartWith("moto[server]==0.0.1");
    }

    [Fact]
    public async Task MotoServerOfAPythonOfItsOwn_IsTaken()
    {
        HasNeither();
        machine.Lacks("moto_server");
        machine.Has("other-python", "echo /usr/bin/env");
        machine.Write("../bin/moto_server", "#!/usr/bin/env other-python\n");
        File.SetUnixFileMode(Path.Combine(machine.Clone, "../bin/moto_server"), UnixFileMode.UserRead | UnixFileMode.UserExecute);

        (await machine.RunAsync("rehearse")).Exit.Should().Be(0);
        (await File.ReadAllTextAsync(Path.Combine(machine.Clone, "artifacts/set-up/moto"))).Trim().Should().Be("/usr/bin/env");
    }

    [Fact]
    public async Task UnreachableRegistryOfNpm_IsOneLine()
    {
        machine.HasReal("node");
        machine.HasReal("npm");
        machine.Environment["npm_config_registry"] = "http://127.0.0.1:9";
        machine.Environment["npm_config_update_notifier"] = "false";
        File.Copy(Path.Combine(RepositoryFolder.Path, "proof/judge/package.json"), Path.Combine(machine.Clone, "proof/judge/package.json"));
        File.Copy(
            Path.Combine(RepositoryFolder.Path, "proof/judge/package-lock.json"),
            Path.Combine(machine.Clone, "proof/judge/package-lock.json"),
            overwrite: true);

        var ended = await machine.RunAsync("rehearse");

        ended.Exit.Should().Be(1);
        ended.Lines.Where(line => !line.EndsWith("still at it", StringComparison.Ordinal)).Should().HaveCount(2);
        ended.Lines[^1].Should().StartWith("npm: it cannot reach its registry (ECONNREFUSED) for the packages of proof/judge.");
        machine.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task NodePackages_AreInstalledAgainWhenTheirLockChanges()
    {
        await machine.RunAsync("rehearse");
        machine.Write("rehearsal/node/package-lock.json", """{ "lockfileVersion": 3 }""");
        await machine.RunAsync("rehearse");
        await machine.RunAsync("rehearse");
        machine.Calls.Count(call => call.StartsWith("npm ci --prefix rehearsal/node", StringComparison.Ordinal)).Should().Be(2);
    }

    /// <summary>The shims of pyenv are there, and nothing is behind them; Python itself is managed by the system (PEP 668).</summary>
    private void HasNeither()
    {
        machine.Has("python3", $$"""
            case $* in
              *has-moto*) exit 1 ;;
              '-m pip install'*) echo 'error: externally-managed-environment'; exit 1 ;;
              *) exec '{{BareMachine.Python}}' "$@" ;;
            esac
            """);
        foreach (var shim in new[] { "moto_server", "aws" })
        {
            machine.Has(shim, $"echo 'pyenv: {shim}: command not found' >&2; exit 127");
        }
    }
}
