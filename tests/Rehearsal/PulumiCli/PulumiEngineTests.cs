using System.Text.Json.Nodes;

namespace SageMakerIam.Tests.Rehearsal.PulumiCli;

/// <summary>
/// <c>./rehearse --engine pulumi</c>, with a stand-in for the CLI that answers as the real one was recorded. The real one was not to be
/// had.
/// </summary>
public sealed class PulumiEngineTests : IDisposable
{
    private readonly StandInCli cli = new();

    public void Dispose() => cli.Dispose();

    [Fact]
    public async Task Stack_LivesThroughItsWholeLife_AndTheReportSaysWhichEngineItWas()
    {
        var ended = await cli.RehearseAsync("--report", cli.In("report.html"), "--outputs", cli.In("outputs.json"));

        ended.Exit.Should().Be(0, ended.Output);
        ended.Output.Should().ContainAll(
            "Engine: pulumi 3.274.1 (", "nothing is changed by hand",
            "preview   + 10 to create, > 1 to read; 3 s by its engine",
            "up        + 10 created, > 1 read; 3 s by its engine",
            "up again  > 1 read, 10 unchanged; 3 s by its engine",
            "│   ├── + aws:iam/accessKey:AccessKey churn-ci-access-key-1 create",
            "of 70 open to deployers.churn-ci",
            "destroy   - 10 deleted, < 1 discarded; the account is empty",
            "all else held.");
        (await File.ReadAllTextAsync(cli.In("report.html"))).Should().NotContain("delete calls to AWS");
        JsonNode.Parse(await File.ReadAllTextAsync(cli.In("outputs.json")))!["dotenv"]!["churn-ci"]!.ToString().Should().Be("[secret]");
    }

    [Fact]
    public async Task Report_SaysWhichEngineItWas()
    {
        File.Copy(
            Path.Combine(RepositoryFolder.Path, "Pulumi.dev.access.yaml"), cli.In("project/Pulumi.dev.access.yaml"));

        await cli.RehearseAsync("--report", cli.In("report.html"));

        (await File.ReadAllTextAsync(cli.In("report.html"))).Should().Contain("played by pulumi 3.274.1");
    }

    [Fact]
    public async Task NothingOfTheUsers_IsTouchedOrShown()
    {
        foreach (var (name, value) in new[]
        {
            ("PULUMI_ACCESS_TOKEN", "pul-secret"), ("PULUMI_BACKEND_URL", "https://pulumi.example"), ("AWS_PROFILE", "own"),
            ("AWS_CONFIG_FILE", cli.In("home/aws-config")), ("AWS_REGION", "eu-west-1"),
        })
        {
            cli.Environment[name] = value;
        }

        var before = cli.Untouchable.ToList();

        var ended = await cli.RehearseAsync();

        ended.Exit.Should().Be(0, ended.Output);
        cli.Untouchable.Should().Equal(before);
        Directory.EnumerateFileSystemEntries(cli.Temp, "rehearse-pulumi-*").Should().BeEmpty("it is taken away in the end");
        cli.Calls.Should().HaveCountGreaterThan(8).And.OnlyContain(call => IsApart(call));
        cli.Calls.Where(call => call["environment"]!["AWS_ENDPOINT_URL"] is not null)
            .Select(call => (string)call["environment"]!["AWS_ENDPOINT_URL"]!).Should().OnlyContain(
                url => url.StartsWith("http://127.0.0.1:", StringComparison.Ordinal)).And.HaveCountGreaterThan(5);
    }

    [Fact]
    public async Task Project_RunsWhatIsBuilt_OnABackendOfItsOwn()
    {
        await cli.RehearseAsync();

        var files = cli.Calls[^1]["files"]!;
        var project = (string)files["Pulumi.yaml"]!;
        project.Should().Contain($"binary: \"{cli.In("project/artifacts/bin/SageMakerIam/debug/SageMakerIam.dll")}\"")
            .And.Contain("main: infra").And.NotContain("pulumi.example");
    }

    [Fact]
    public async Task StacksOfOneProject_LiveOneAfterTheOther_EachOnABackendOfItsOwn()
    {
        File.Copy(cli.In("project/Pulumi.dev.yaml"), cli.In("project/Pulumi.prod.yaml"));

        var ended = await cli.RehearseAsync("prod", "dev");

        ended.Exit.Should().Be(0, ended.Output);
        ended.Output.Split("the account is empty").Should().HaveCount(4);
        cli.Calls.Select(call => (string?)call["environment"]!["PULUMI_BACKEND_URL"]).OfType<string>().Distinct().Should().HaveCount(3);
    }

    [Fact]
    public async Task EncryptedValues_AreStoodInFor_AndEncryptedAnew()
    {
        cli.HasStack("""
              aws:profile: own
              sagemaker-iam:externalIds:
                ci: { secure: AAABAKd }
            """, "secretsprovider: awskms://alias/own\nencryptedkey: abc\n");

        var ended = await cli.RehearseAsync();

        ended.Exit.Should().Be(0, ended.Output);
        cli.Calls.Select(call => (string)call["command"]!).Should().Contain(command => command.StartsWith(
            "config set-all --path --secret sagemaker-iam:externalIds[\"ci\"]=made-up-value-of-line-7 --stack dev",
            StringComparison.Ordinal));
        ((string)cli.Calls[^1]["files"]!["Pulumi.dev.yaml"]!).Should().Contain("ci: made-up-value-of-line-7")
            .And.NotContain("profile").And.NotContain("awskms").And.NotContain("encryptedkey");
    }

    [Fact]
    public async Task ProtectedResources_AreReleased()
    {
        cli.Environment["STAND_IN_PROTECTS"] = "true";

        var ended = await cli.RehearseAsync();

        ended.Exit.Should().Be(0, ended.Output);
        ended.Output.Should().Contain("refused: 1 protected; their protection is lifted");
    }

    [Fact]
    public async Task StepThatFails_IsSaidOnce_InTheWordsOfTheProvider()
    {
        cli.Environment["STAND_IN_UP"] = "17";

        var ended = await cli.RehearseAsync();

        ended.Exit.Should().Be(1, ended.Output);
        ended.Output.Should().EndWith(
            "error: Up failed: urn:pulumi:dev::sagemaker-iam::sagemaker-iam:index:DeployerUser$aws:iam/user:User::churn-ci-user\n"
            + "  creating IAM User (churn-ci): operation error IAM: CreateUser, https response error StatusCode: 409, "
            + "EntityAlreadyExists: User churn-ci already exists\nThe account holds nothing.\n");
    }

    [Fact]
    public async Task UpdateThatChangesWhatTheFirstLeft_IsAFailure()
    {
        cli.Environment["STAND_IN_UP"] = "05";

        var ended = await cli.RehearseAsync();

        ended.Exit.Should().Be(1, ended.Output);
        ended.Output.Should().MatchRegex(
            "The second update changed what the first one left:\n  Update: urn:.*churn-training-policy \\(policy\\)");
    }

    [Theory]
    [InlineData("STAND_IN_VERSION", "v3.100.2", "* is of version 3.100.2. The project sagemaker-iam needs 3.187.0 or later*")]
    [InlineData("STAND_IN_VERSION", "none", "* names no version. Install the Pulumi CLI anew.")]
    [InlineData("STAND_IN_PLUGINS", "[]", "the CLI has no plugin of the provider aws. Install it: pulumi plugin install resource aws *")]
    [InlineData("REHEARSE_PULUMI_TIMEOUT_SECONDS", "soon", "'soon' is no number of seconds.\n  Give 1 to 86400, or leave it out for 600.")]
    public async Task WhatIsMissing_IsSaidBeforeAnythingStarts(string variable, string value, string said)
    {
        cli.Environment[variable] = value;

        var ended = await cli.RehearseAsync();

        ended.Exit.Should().Be(2, ended.Output);
        var of = variable.StartsWith("STAND_IN", StringComparison.Ordinal) ? "--engine pulumi" : variable;
        ended.Output.TrimEnd().Should().Match($"error: {of}: {said}");
    }

    [Fact]
    public async Task CliThatIsNotThere_IsOneLine()
    {
        cli.HasNoCli();

        var ended = await cli.RehearseAsync();

        ended.Exit.Should().Be(2, ended.Output);
        ended.Output.Should().Be(
            "error: --engine pulumi: it is not on the PATH. "
            + "Install the Pulumi CLI, or leave --engine out: the rehearsal has its own engine.\n");
    }

    [Fact]
    public async Task PluginOfAnotherVersion_IsOneLine_WithTheCommandThatInstallsIt()
    {
        cli.Environment["STAND_IN_SAYS"] = "error: could not load plugin for random provider: "
            + "no resource plugin 'pulumi-resource-random' found in the workspace at version v4.21.2 or on your $PATH";

        var ended = await cli.RehearseAsync();

        ended.Exit.Should().Be(2, ended.Output);
        ended.Output.Should().EndWith(
            "error: --engine pulumi: the CLI has no plugin of the provider random of version 4.21.2. "
            + "Install it: pulumi plugin install resource random 4.21.2 (without a network, with --file FILE).\n");
    }

    [Fact]
    public async Task CommandThatDoesNotEnd_IsStoppedAsByCtrlC()
    {
        cli.Environment["STAND_IN_HANGS"] = cli.In("hangs");
        cli.Environment["REHEARSE_PULUMI_TIMEOUT_SECONDS"] = "3";

        var ended = await cli.RehearseAsync();

        ended.Exit.Should().Be(2, ended.Output);
        ended.Output.Should().EndWith(
            "error: --engine pulumi: pulumi up did not end within 3 s, and was stopped. "
            + "REHEARSE_PULUMI_TIMEOUT_SECONDS sets another limit.\n");
        File.Exists(cli.In("hangs.interrupted")).Should().BeTrue();
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task SignalToEnd_IsPassedOn_AndTheFolderIsTakenAway(string signal)
    {
        cli.Environment["STAND_IN_HANGS"] = cli.In("hangs");
        using var rehearsal = cli.Start();
        await RunningCommand.UntilAsync(() => File.Exists(cli.In("hangs")), "It does not begin.");

        await rehearsal.SignalAsync(signal);

        var ended = await rehearsal.EndAsync();
        ended.Exit.Should().Be(130, ended.Output);
        ended.Output.Should().Contain("Stopped, and ended with it: ").And.Contain("pulumi up (process ");
        File.Exists(cli.In("hangs.interrupted")).Should().BeTrue();
        Directory.EnumerateFileSystemEntries(cli.Temp, "rehearse-pulumi-*").Should().BeEmpty();
    }

    [Fact]
    public async Task EngineThatIsNoEngine_IsBadInput()
    {
        var (exit, text) = await RehearseCommand.RunAsync("dev", "--engine", "terraform");

        exit.Should().Be(2);
        text.Should().Be("--engine terraform: it is rehearsal or pulumi.\n");
    }

    /// <summary>Whether a call had a home, a backend and keys that are not the user's, and the user's plugins.</summary>
    private bool IsApart(JsonNode call)
    {
        var environment = call["environment"]!;
        var own = Path.Combine(cli.Temp, "rehearse-pulumi-");
        return ((string)call["cwd"]!).Contains("rehearse-pulumi-", StringComparison.Ordinal)
            && ((string)environment["HOME"]!).StartsWith(own, StringComparison.Ordinal)
            && ((string)environment["PULUMI_HOME"]!).StartsWith(own, StringComparison.Ordinal)
            && ((string?)environment["PULUMI_BACKEND_URL"])?.StartsWith($"file://{own}", StringComparison.Ordinal) is null or true
            && environment["PULUMI_ACCESS_TOKEN"] is null
            && environment["AWS_PROFILE"] is null
            && environment["AWS_CONFIG_FILE"] is null
            && (string?)environment["AWS_REGION"] == "eu-west-1"
            && (string?)environment["PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION"] == "true"
            && (string?)call["plugins"]![0] == "resource-aws-v7.48.0";
    }
}
