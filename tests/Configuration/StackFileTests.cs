using System.Collections.Immutable;
using System.Text;
using Pulumi;
using Rehearsal.StackFiles;
using SageMakerIam.Tests.Sdk;

namespace SageMakerIam.Tests.Configuration;

/// <summary>Where a fault stands in the stack file: each file has one, and a ¦ before the place that it has to name.</summary>
[Collection(nameof(PulumiConfiguration))]
public sealed class StackFileTests : IDisposable
{
    private const string Region = "config:\n  aws:region: us-east-1\n";

    private const string Faulty = Region + "  project:executionRoles:\n    a:\n      ¦bukets: []\n";

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("  ¦project:executionRols: {}\n", "executionRols: unknown key")]
    [InlineData("  ¦deployrs: {}\n", "deployrs: unknown key")]
    [InlineData("  ¦projetc:deployers: {}\n", "projetc:deployers: nothing reads it")]
    [InlineData("  aws:allowedAccountIds: ['123456789012']\n  ¦aws:profil: ml\n", "aws:profil: unknown key")]
    [InlineData("  aws:assumeRoles:\n    - sessionName: s\n      ¦roleARN: r\n", "aws:assumeRoles[0].roleARN: unknown key")]
    [InlineData("  project:executionRoles:\n    a:\n      ¦bukets: []\n", "executionRoles.a.bukets: unknown key")]
    [InlineData("  project:executionRoles: { a: { ¦bukets: [] } }\n", "executionRoles.a.bukets: unknown key")]
    [InlineData("  project:executionRoles:\n    ¦a b: {}\n", "executionRoles.a b: the name 'a b'")]
    [InlineData("  project:executionRoles:\n    a: {}\n    ¦a.b: {}\n", "executionRoles.a.b: the name 'a.b'")]
    [InlineData("  project:externalIds:\n    ¦g: { secure: v1:x }\n", "externalIds.g: the name 'g'")]
    public Task Key_IsPointedTo(string config, string fault) => ShouldPointAsync(Region + config, fault);

    [Theory]
    [InlineData("  aws:skipMetadataApiCheck: true\n  project:executionRoles: ¦none\n", "executionRoles: 'none'")]
    [InlineData("  project:executionRoles:\n    a:\n      roleName: ¦\"my role\"\n", "executionRoles.a.roleName: 'my role'")]
    [InlineData("  executionRoles:\n    a: { roleName: ¦my role }\n", "executionRoles.a.roleName: 'my role'")]
    [InlineData("  project:executionRoles:\n    a:\n      instanceProfile: ¦perhaps\n", "executionRoles.a.instanceProfile: 'perhaps'")]
    [InlineData("  project:executionRoles:\n    a:\n      protect: True\n      roleName: ¦0x10\n", "executionRoles.a.roleName: 16")]
    [InlineData("  project:executionRoles:\n    a:\n      buckets: ¦{ name: data }\n", "executionRoles.a.buckets: a map")]
    [InlineData("  project:executionRoles:\n    a:\n      ¦buckets:\n        name: data\n", "executionRoles.a.buckets: a map")]
    [InlineData("  project:executionRoles:\n    a:\n      ¦roleName:\n      - a\n", "executionRoles.a.roleName: a list")]
    [InlineData("  project:executionRoles:\n    a:\n      repositories: [unet, ¦B]\n", "executionRoles.a.repositories[1]: 'B'")]
    [InlineData(
        "  project:executionRoles:\n    a:\n      repositories:\n      - unet\n      - ¦B\n",
        "executionRoles.a.repositories[1]: 'B'")]
    [InlineData("  project:executionRoles:\n    a:\n      repositories:\n        - ¦x: y\n", "executionRoles.a.repositories[0]: a map")]
    [InlineData("  project:deployers:\n    d:\n      executionRoles: [¦a]\n", "deployers.d.executionRoles[0]: 'a'")]
    [InlineData("  project:executionRoles: ¦'{ \"a\": { \"roleName\": \"my role\" } }'\n", "executionRoles.a.roleName: 'my role'")]
    public Task Value_IsPointedTo(string config, string fault) => ShouldPointAsync(Region + config, fault);

    [Theory]
    [InlineData(
        "  project:executionRoles:\n    a:\n      buckets:\n        - ¦name: data\n",
        "executionRoles.a.buckets[0].access: missing")]
    [InlineData("  project:executionRoles:\n    a:\n      buckets: [¦{ name: data }]\n", "executionRoles.a.buckets[0].access: missing")]
    [InlineData(
        "  project:executionRoles:\n    a:\n      ¦vpc:\n        subnets: [subnet-0123abcd]\n",
        "executionRoles.a.vpc.securityGroups: missing")]
    [InlineData("  project:accounts: { '210987654321': ¦{} }\n", "accounts.210987654321.assumeRole: missing")]
    public Task KeyThatIsMissing_IsSaidOfTheMapThatLacksIt(string config, string fault) => ShouldPointAsync(Region + config, fault);

    [Theory]
    [InlineData("    a: { roleName: same }\n    b: { roleName: ¦SAME }\n", "executionRoles.b.roleName: 'SAME'")]
    [InlineData("    a:\n      instanceProfile: ¦true\n", "executionRoles.a.instanceProfile: true")]
    [InlineData("    a:\n      adopt:\n        managed: ¦x\n      roleName: x\n", "executionRoles.a.adopt.managed: ")]
    [InlineData("    a:\n      permissionsBoundary: ¦arn:aws:iam::222222222222:policy/edge\n", "executionRoles.a.permissionsBoundary: ")]
    public Task FaultBesideOthers_PointsToTheValueThatHasIt(string roles, string fault) =>
        ShouldPointAsync(Region + "  project:executionRoles:\n" + roles, fault);

    [Theory]
    [InlineData("\uFEFF", "\n")]
    [InlineData("", "\r\n")]
    [InlineData("\uFEFF# a comment\n\n", "\r\n")]
    public Task ByteOrderMarkAndLineEnds_MoveNothing(string before, string lineEnd) =>
        ShouldPointAsync((before + Faulty).Replace("\n", lineEnd, StringComparison.Ordinal), "executionRoles.a.bukets: unknown key");

    [Fact]
    public async Task RegionThatIsMissing_IsSaidOfTheConfiguration()
    {
        Write("description: of a stack\nconfig:\n  project:executionRoles: {}\n");
        (await FaultsAsync("""{ "project:executionRoles": "{}" }""")).Should().ContainSingle()
            .Which.Should().StartWith("  Pulumi.stack.yaml:2:1: aws:region: missing");
    }

    [Fact]
    public async Task SecretThatIsRefused_HasItsPlace_AndIsNotShown()
    {
        Write(Region + "  project:executionRoles:\n    secure: v1:x\n");
        (await FaultsAsync("""{ "project:executionRoles": "HIDDEN" }""", secretKeys: """["project:executionRoles"]"""))
            .Should().ContainSingle()
            .Which.Should().StartWith("  Pulumi.stack.yaml:3:3: executionRoles: it is secret").And.NotContain("HIDDEN");
    }

    [Fact]
    public async Task FileThatARehearsalPlays_IsNamedAsSeenFromTheProject()
    {
        Directory.CreateDirectory(Path.Combine(folder, "examples"));
        var file = Write(Faulty, Path.Combine("examples", "other.yaml"));
        (await FaultsAsync(Configured(file), file: file)).Should().ContainSingle().Which.Should().StartWith("  examples/other.yaml:5:7: ");
    }

    [Fact]
    public async Task FileOutsideOfTheProject_IsNamedInFull()
    {
        var file = Write(Faulty);
        var project = Directory.CreateDirectory(Path.Combine(folder, "project")).FullName;
        (await FaultsAsync(Configured(file), file: file, root: project)).Should().ContainSingle()
            .Which.Should().StartWith($"  {file}:5:7: ");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("- a list\n")]
    [InlineData("config: none\n")]
    [InlineData("config: { not YAML\n")]
    [InlineData("config: {}\nconfig: {}\n")]
    [InlineData("config: [\na")]
    [InlineData("config: ''*a!? ")]
    [InlineData(Region)]
    [InlineData(Region + "  project:executionRoles:\n    a:\n      bukets: [other]\n")]
    [InlineData(Region + "  project:executionRoles:\n    a:\n      bukets: []\n      protect: true\n")]
    [InlineData(Region + "  project:executionRoles:\n    a: &a { bukets: [] }\n    b: *a\n")]
    public async Task FileThatDoesNotSayTheSame_IsNoPlace(string? file)
    {
        var configuration = Configured(Write(Faulty));
        File.Delete(Path.Combine(folder, "Pulumi.stack.yaml"));
        if (file is not null)
        {
            Write(file);
        }

        (await FaultsAsync(configuration)).Should().ContainSingle().Which.Should().StartWith("  executionRoles.a.bukets: unknown key");
    }

    [Fact]
    public async Task EngineThatDoesNotSayWhereTheProjectIs_LeavesNoPlace() =>
        (await FaultsAsync(Configured(Write(Faulty)), root: "")).Should().ContainSingle()
            .Which.Should().StartWith("  executionRoles.a.bukets: unknown key");

    [Fact]
    public async Task ValueOfTheEnvironment_HasNoPlace()
    {
        Write("config:\n  project:executionRoles: {}\n");
        (await FaultsAsync("""{ "project:executionRoles": "{}" }""", region: "us-esat-1")).Should().ContainSingle()
            .Which.Should().StartWith("  AWS_REGION: 'us-esat-1'");
    }

    private async Task ShouldPointAsync(string file, string fault)
    {
        var before = file.TrimStart('\uFEFF').Split('¦')[0].Split('\n');
        (await FaultsAsync(Configured(Write(file)))).Should().ContainSingle()
            .Which.Should().StartWith($"  Pulumi.stack.yaml:{before.Length}:{before[^1].Length + 1}: {fault}");
    }

    /// <summary>Writes a file into the project's folder, without the mark.</summary>
    private string Write(string text, string name = "Pulumi.stack.yaml")
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text.Replace("¦", "", StringComparison.Ordinal), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return path;
    }

    /// <summary>The configuration in a file, as an engine hands it over.</summary>
    private string Configured(string file) =>
        StackConfig.Read(
            file, new PulumiProject("project", folder, folder, Refreshes: false, ImmutableSortedDictionary<string, string>.Empty))
            .Program.Variables["PULUMI_CONFIG"];

    private async Task<IEnumerable<string>> FaultsAsync(
        string configuration, string secretKeys = "[]", string? file = null, string? root = null, string? region = null)
    {
        using var environment = new ChangedEnvironment(
            ("PULUMI_CONFIG", configuration),
            ("PULUMI_CONFIG_SECRET_KEYS", secretKeys),
            ("PULUMI_ROOT_DIRECTORY", root ?? folder),
            ("REHEARSAL_STACK_FILE", file),
            ("AWS_REGION", region),
            ("AWS_DEFAULT_REGION", null));
        // An account in which everything is there.
        var mocks = new RecordingMocks
        {
            Result = ImmutableDictionary<string, object>.Empty
                .Add("accountId", "123456789012")
                .Add("arn", "arn:aws:iam::123456789012:role/there"),
        };
        var run = () => Deployment.TestAsync(mocks, TestDeployment.Update, StackProgram.DeployAsync);
        return (await run.Should().ThrowAsync<RunException>()).Which.Message.Split('\n').Skip(1);
    }
}
