using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Rehearsal.Providers.Aws.Calls;

namespace SageMakerIam.Tests.Rehearsal;

/// <summary>Whole runs of <c>./rehearse</c> over the stacks of this repository.</summary>
[Collection(Name)]
public sealed partial class CommandLineTests(EmulatedAwsFixture aws) : IClassFixture<EmulatedAwsFixture>, IDisposable
{
    /// <summary>The tests that rehearse in the same accounts, and so one after the other.</summary>
    public const string Name = "command line";

    private readonly string folder = Directory.CreateTempSubdirectory("rehearse").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task DevStack_LivesThroughItsWholeLife()
    {
        var (exit, text) = await RehearseCommand.RunAsUserAsync("dev");

        exit.Should().Be(0, text);
        text.Should().Contain("AWS calls: 0 create, update or delete").And.Contain("the account is empty").And.Contain("All held.");
        var readme = System.IO.File.ReadAllText(Path.Combine(RepositoryFolder.Path, "README.md"));
        var shown = ReadmeExample().Match(readme).Groups["text"].Value;
        AlwaysTheSame(text).Should().Be(AlwaysTheSame(shown), "the README shows what it prints");
    }

    [Fact]
    public async Task SeveralFiles_AreUpdatesOfOneStack()
    {
        System.IO.File.WriteAllText(File("one.yaml"), StackFile("first-role"));
        System.IO.File.WriteAllText(File("two.yaml"), StackFile("second-role"));

        var (exit, text) = await RunAsync("--no-contract", File("one.yaml"), File("two.yaml"));

        exit.Should().Be(0, text);
        text.Should().Contain("+- 4 replaced");
    }

    [Fact]
    public async Task WithoutAContract_NothingIsProven_AndWhatCanBeToldIsShown()
    {
        System.IO.File.WriteAllText(File("bare.yaml"), StackFile("bare") + """

              sagemaker-iam:deployers:
                ci: { userName: bare-ci, executionRoles: [training], activities: [manageJobs], resourcePrefixes: [bare-] }
                all: { userName: bare-all, executionRoles: [training], activities: [manageJobs], resourcePrefixes: [bar] }
            """);

        var (exit, text) = await RunAsync(File("bare.yaml"));

        exit.Should().Be(1, text);
        text.Should().MatchRegex(@"! escalation +\d of 70 open to deployers.ci: iam:PassRole \+ sagemaker:CreateTrainingJob").And
            .MatchRegex("✓ lint +clean")
            .And.MatchRegex(@"! overlap +deployers.all may use \d+ actions on what is of deployers.ci: .*training-job/bare-\*").And
            .MatchRegex("✓ quotas +tightest")
            .And.NotContain("held").And.NotContain("mutants");
        LastLine(text).Should().Be($"Nothing proven: no access contract stands beside {File("bare.yaml")}. --no-contract does without.");
    }

    [Fact]
    public async Task WithoutAContract_AllElseHolds_WhereTheUserDoesWithout()
    {
        System.IO.File.WriteAllText(File("bare.yaml"), StackFile("bare"));

        var (exit, text) = await RunAsync(File("bare.yaml"), "--no-contract");

        exit.Should().Be(0, text);
        LastLine(text).Should().StartWith("Nothing proven: no access contract").And.EndWith("--no-contract allows it; all else held.");
    }

    [Theory]
    [InlineData("bare.acces.yaml")]
    [InlineData("bare.access.yml")]
    [InlineData("Bare.access.yaml")]
    [InlineData("bar.access.yaml")]
    public async Task FileThatIsNamedAlmostLikeAContract_IsNamed(string name)
    {
        System.IO.File.WriteAllText(File("bare.yaml"), StackFile("bare"));
        System.IO.File.WriteAllText(File(name), "");
        System.IO.File.WriteAllText(File("other.yaml"), "");
        System.IO.File.WriteAllText(File("other.access.yaml"), "");

        var (exit, text) = await RunAsync("--prove", File("bare.yaml"), "--authorization-details-from", AsWritten("unet-training"));

        exit.Should().Be(2);
        text.Should().Contain($"no access contract stands beside {File("bare.yaml")}. Is it {name}? It is to be named bare.access.yaml.");
    }

    [Fact]
    public async Task TheContentOfABoundaryThatIsNamed_AndTheOrganizationsPolicies_BoundWhatIsProven()
    {
        const string Bucket = "buckets: [ { name: bounded-data, access: [read] } ]";
        System.IO.File.WriteAllText(
            File("bound.yaml"),
            StackFile($"bounded, permissionsBoundary: 'arn:aws:iam::123456789012:policy/bound', {Bucket}"));
        System.IO.File.WriteAllText(File("bound.access.yaml"), """
            executionRoles:
              training:
                may:
                  - { be assumed by: sagemaker.amazonaws.com, for account: this }
                  - read: s3://bounded-data/
                  - look up role: training
            """);
        System.IO.File.WriteAllText(
            File("ec2.json"), """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ec2:*","Resource":"*"}]}""");

        var (_, bounded) = await RunAsync("--no-drift", "--boundary", File("ec2.json"), File("bound.yaml"));
        var (_, controlled) = await RunAsync("--no-drift", "--scp", File("ec2.json"), File("bound.yaml"));
        var (exit, faulty) = await RunAsync("--boundary", File("bound.yaml"), File("bound.yaml"));

        bounded.Should().Contain("executionRoles.training may read s3://bounded-data/");
        controlled.Should().Contain("expected allowed; no service control policy of a level allows it");
        exit.Should().Be(2);
        faulty.Should().Contain($"{File("bound.yaml")}: no JSON:").And.Contain("Write what the permissions boundary says.");
    }

    [Fact]
    public async Task ADeployerThatIsLimited_IsProven_WithEveryPartOfItsLimits()
    {
        System.IO.File.WriteAllText(File("limited.yaml"), StackFile("limited-role") + """

              sagemaker-iam:deployers:
                ci:
                  userName: limited-ci
                  executionRoles: [training]
                  activities: [manageModels]
                  resourcePrefixes: [limited-]
                  requireMfa: true
                  sourceIpRanges: [203.0.113.0/24, 198.51.100.7/32]
            """);
        System.IO.File.WriteAllText(File("limited.access.yaml"), """
            executionRoles:
              training:
                may:
                  - { be assumed by: sagemaker.amazonaws.com, for account: this }
                  - look up role: training
                  - write logs of: /aws/sagemaker/
                  - put metrics in: /aws/sagemaker/
            deployers:
              ci:
                mfa: true
                sourceAddresses: [203.0.113.0/24, 198.51.100.7]
                may:
                  - { create model: limited-model, as: training, with an image of: none, from artifacts under: none }
                  - register a model in: limited-models
                  - look up role: training
                  - list all: [Models, ModelPackageGroups]
            """);

        var (exit, text) = await RunAsync("--no-drift", File("limited.yaml"));

        exit.Should().Be(0, text);
        text.Should().MatchRegex(@"✓ mutants +(\d+) of \1 noticed");
    }

    [Fact]
    public async Task ProtectedResources_AreHeldThenReleased()
    {
        System.IO.File.WriteAllText(File("held.yaml"), StackFile("held, protect: true"));

        var (exit, text) = await RunAsync("--no-contract", File("held.yaml"));

        exit.Should().Be(0, text);
        text.Should().Contain("protected; their protection is lifted");
    }

    [Fact]
    public async Task KeptAccount_HoldsTheStack_AndSecretsAreShownWhenAskedFor()
    {
        System.IO.File.WriteAllText(File("kept.yaml"), StackFile("kept-role") + """

              aws:allowedAccountIds: ['999999999999']
              sagemaker-iam:deployers:
                ci: { userName: kept-user, executionRoles: [training] }
            """);

        var (exit, text) = await RunAsync("--no-contract", File("kept.yaml"), "--keep", "--show-secrets");

        exit.Should().Be(0, text);
        text.Should().Contain($"The emulated AWS stays up at {aws.Endpoint}").And.Contain("It lets everyone do everything");
        var kept = aws.Connect();
        (await kept.ContentsAsync(new AwsTarget("999999999999", "us-east-1", ImmutableSortedDictionary<string, string>.Empty)))
            .Should().Equal("arn:aws:iam::999999999999:role/kept-role", "arn:aws:iam::999999999999:user/kept-user");
        text.Should().Contain("AWS_SECRET_KEY").And.NotContain("[secret]");
    }

    [Fact]
    public async Task CallThatFailsHalfWay_IsNamedWithWhatTheAccountHolds()
    {
        var target = new AwsTarget("888888888888", "us-east-1", ImmutableSortedDictionary<string, string>.Empty);
        var emulated = aws.Connect();
        await emulated.ClientFor(target)
            .IamAsync("CreateRole", new { RoleName = "taken", AssumeRolePolicyDocument = ProgramSession.TrustPolicy });
        System.IO.File.WriteAllText(File("taken.yaml"), StackFile("taken") + "\n  aws:allowedAccountIds: ['888888888888']");

        var (exit, text) = await RunAsync(File("taken.yaml"));

        exit.Should().Be(1, text);
        text.Should().Contain("::training-role").And.Contain("EntityAlreadyExists: Role with name taken already exists.")
            .And.Contain("The account holds now:\n  arn:aws:iam::888888888888:role/taken").And.NotContain("   at ");
    }

    [Fact]
    public async Task SettingsFault_IsBadInputInTheProgramsOwnWords()
    {
        System.IO.File.WriteAllText(File("bad.yaml"), StackFile("has space"));

        var (exit, text) = await RehearseCommand.RunAsUserAsync(File("bad.yaml"), "--endpoint", aws.Endpoint.ToString());

        exit.Should().Be(2, text);
        text.Should().Contain("Configuration of stack 'bad'").And.Contain("has space").And.NotContain("   at ");
        text.Should().Contain($"{File("bad.yaml")}:4:27: executionRoles.training.roleName: ");
    }

    [Theory]
    [InlineData("us-esat-1")]
    [InlineData("US-EAST-1")]
    public async Task RegionThatDoesNotExist_IsAFaultOfTheSettings_WithTheNearestOne(string region)
    {
        System.IO.File.WriteAllText(File("region.yaml"), StackFile("r").Replace("us-east-1", region, StringComparison.Ordinal));

        var (exit, text) = await RunAsync(File("region.yaml"));

        exit.Should().Be(2, text);
        text.Should().Contain("Configuration of stack 'region' has a fault:").And.Contain(
            $"aws:region: '{region}'. The nearest region is 'us-east-1'");
    }

    [Fact]
    public async Task RegionThatDoesNotExist_IsBadInput_WhereALiveAccountIsProven()
    {
        System.IO.File.WriteAllText(File("live.yaml"), StackFile("r").Replace("us-east-1", "us-esat-1", StringComparison.Ordinal));
        System.IO.File.Copy(Path.Combine(RepositoryFolder.Path, "Pulumi.dev.access.yaml"), File("live.access.yaml"));

        var (exit, text) = await RehearseCommand.RunAsync(
            "--prove", File("live.yaml"), "--authorization-details-from", AsWritten("unet-training"));

        exit.Should().Be(2, text);
        text.Should().Contain("live.yaml: there is no region 'us-esat-1'; the nearest is 'us-east-1'");
    }

    [Fact]
    public async Task MisspeltGuard_IsAFaultOfTheSettings()
    {
        System.IO.File.WriteAllText(
            File("guard.yaml"), StackFile("r") + "\n  aws:allowedAccountIDs: ['999999999999']\n  sagemaker-aim:deployers: {}");

        var (exit, text) = await RunAsync(File("guard.yaml"));

        exit.Should().Be(2, text);
        text.Should().Contain("has 2 faults:").And.Contain("Did you mean 'aws:allowedAccountIds'?").And.Contain(
            "Did you mean 'sagemaker-iam:deployers'?");
    }

    [Fact]
    public async Task EncryptedValue_IsStoodInForAndRefusedWhereItCannotBeSecret()
    {
        System.IO.File.WriteAllText(File("encrypted.yaml"), StackFile("{ secure: AAABAKd }"));

        var (exit, text) = await RunAsync(File("encrypted.yaml"));

        exit.Should().Be(2, text);
        text.Should().Contain(
            "encrypted sagemaker-iam:executionRoles, line 4: it cannot be decrypted here, and a made-up value stands in for it")
            .And.Contain("executionRoles: it is secret, or has a secret value in it");
    }

    [Fact]
    public async Task UnknownStack_IsAnsweredWithTheStacksThatExist()
    {
        var (exit, text) = await RunAsync("nope");

        exit.Should().Be(2);
        text.Should().Contain("nope: ").And.Contain("dev, prod");
    }

    [Fact]
    public async Task WordBetweenColons_IsPrintedAsItIs_AndNotAsAPicture()
    {
        // As in arn:aws:lambda:us-east-1:111122223333:function:rocket:live.
        var (exit, text) = await RunAsync("function:rocket:live");

        exit.Should().Be(2);
        text.Should().StartWith("error: function:rocket:live: ");
    }

    [Fact]
    public async Task FileThatDoesNotExist_IsBadInput()
    {
        var (exit, text) = await RunAsync("nope.yaml");

        exit.Should().Be(2);
        text.Should().Contain("nope.yaml: the file does not exist");
    }

    [Fact]
    public async Task UnreachableEndpoint_IsBadInput()
    {
        var (exit, text) = await RunAsync("dev", "--endpoint", "http://127.0.0.1:9");

        exit.Should().Be(2);
        text.Should().Contain("--endpoint http://127.0.0.1:9").And.Contain("cannot be reached");
    }

    [Theory]
    [InlineData("--endpoint", "not a url")]
    [InlineData("--no-such-option", "")]
    [InlineData("--account", "12345")]
    public async Task BadOption_IsBadInput(string option, string value)
    {
        var (exit, text) = await RunAsync([.. new[] { "dev", option, value }.Where(argument => argument.Length > 0)]);

        exit.Should().Be(2);
        text.Should().Contain(option);
    }

    [Theory]
    [InlineData("--authorization-details")]
    [InlineData("--outputs")]
    [InlineData("--report")]
    public async Task PathThatCannotBeWritten_IsBadInputBeforeAnythingStarts(string option)
    {
        var (exit, text) = await RunAsync("dev", option, Path.Combine(folder, "none", "file"));

        exit.Should().Be(2);
        text.Should().Contain(option).And.NotContain("preview");
    }

    [Fact]
    public async Task StacksOfOneProject_LiveOneAfterTheOther()
    {
        System.IO.File.WriteAllText(File("Pulumi.dev.yaml"), StackFile("dev-role"));
        System.IO.File.WriteAllText(File("Pulumi.prod.yaml"), StackFile("prod-role") + "\n  aws:allowedAccountIds: ['777777777777']");

        var (exit, text) = await RunAsync(
            File("Pulumi.dev.yaml"), File("Pulumi.prod.yaml"), "--no-contract", "--outputs", File("outputs.json"));

        exit.Should().Be(0, text);
        text.Should().NotContain("replaced");
        Regex.Count(text, "the account is empty").Should().Be(2);
        System.IO.File.ReadAllText(File("outputs.dev.json")).Should().Contain("role/dev-role").And.NotContain("prod");
        System.IO.File.ReadAllText(File("outputs.prod.json")).Should().Contain("arn:aws:iam::777777777777:role/prod-role");
    }

    [Fact]
    public async Task StacksOfOneProject_AreUpdates_WhereTheUserSaysSo()
    {
        System.IO.File.WriteAllText(File("Pulumi.dev.yaml"), StackFile("dev-role"));
        System.IO.File.WriteAllText(File("Pulumi.prod.yaml"), StackFile("prod-role"));

        var (exit, text) = await RunAsync("--no-contract", "--as-updates", File("Pulumi.dev.yaml"), File("Pulumi.prod.yaml"));

        exit.Should().Be(0, text);
        text.Should().Contain("+- 4 replaced");
        Regex.Count(text, "the account is empty").Should().Be(1);
    }

    [Fact]
    public async Task UpdatesOfOneStack_InDifferentAccounts_AreBadInput()
    {
        var (exit, text) = await RunAsync("--as-updates", "dev", "prod");

        exit.Should().Be(2);
        text.Should().Contain("Pulumi.prod.yaml: AWS account ID not allowed");
    }

    [Fact]
    public async Task ContractInPlaceOfAStackFile_IsBadInput()
    {
        var (exit, text) = await RunAsync("Pulumi.dev.access.yaml");

        exit.Should().Be(2);
        text.Should().Contain("Pulumi.dev.access.yaml: this is an access contract").And.Contain("Give the stack file: Pulumi.dev.yaml");
    }

    [Theory]
    [InlineData("arn:aws:iam::222222222222:policy/edge", "222222222222")]
    [InlineData("arn:aws:iam::123456789012:policy/edge", null)]
    public async Task StackThatNamesAnAccount_IsAskedWhetherItIsItsOwn(string boundary, string? named)
    {
        System.IO.File.WriteAllText(File("own.yaml"), StackFile($"own, permissionsBoundary: '{boundary}'"));

        var (exit, text) = await RunAsync("--no-contract", File("own.yaml"));

        exit.Should().Be(named is null ? 0 : 2, text);
        if (named is not null)
        {
            text.Should().Contain($"sagemaker-iam:executionRoles.training.permissionsBoundary names {named}")
                .And.Contain($"aws:allowedAccountIds: [\"{named}\"]").And.Contain($"--account {named}").And.NotContain("preview");
        }
    }

    [Fact]
    public async Task AccountOfTheCommandLine_IsTheStacksOwn()
    {
        System.IO.File.WriteAllText(File("grant.yaml"), StackFile("granted") + """

              sagemaker-iam:passRoleGrants:
                ci: { executionRoles: [training], principal: 'arn:aws:iam::666666666666:role/ci' }
            """);

        var (exit, text) = await RunAsync("--no-contract", File("grant.yaml"), "--account", "666666666666");

        exit.Should().Be(0, text);
        text.Should().Contain("arn:aws:iam::666666666666:role/granted").And.Contain("aws:iam/rolePolicy:RolePolicy ci-policy create").And
            .NotContain("aws:iam/role:Role ci-role");
    }

    [Fact]
    public async Task AccountOfTheCommandLine_ThatTheStackDoesNotAllow_IsBadInput()
    {
        var (exit, text) = await RunAsync("prod", "--account", "666666666666");

        exit.Should().Be(2);
        text.Should().Contain("Pulumi.prod.yaml: AWS account ID not allowed: 666666666666");
    }

    private static string StackFile(string roleName) => $$"""
        config:
          aws:region: us-east-1
          sagemaker-iam:executionRoles:
            training: { roleName: {{roleName}} }
        """;

    private static string LastLine(string text) => text.TrimEnd().Split('\n')[^1];

    private static string AsWritten(string document) => Path.Combine(RepositoryFolder.Path, "examples", "as-written", $"{document}.json");

    private string File(string name) => Path.Combine(folder, name);

    /// <summary>Runs with the tests' own emulator, unless the arguments name one.</summary>
    private Task<(int Exit, string Text)> RunAsync(params string[] arguments) =>
        RehearseCommand.RunAsync(arguments.Contains("--endpoint") ? arguments : [.. arguments, "--endpoint", aws.Endpoint.ToString()]);

    // The tests run in another folder.
    private static string AlwaysTheSame(string text) => Passing().Replace(text, "#").Replace("../", "", StringComparison.Ordinal).Trim();

    [GeneratedRegex("`./rehearse dev` prints:\\s+```text(?<text>[^`]*)```")]
    private static partial Regex ReadmeExample();

    // What is another one each time: the endings of names, and how long it took.
    [GeneratedRegex("(?<=-)[0-9a-f]{7}\\b|Time: .*")]
    private static partial Regex Passing();
}
