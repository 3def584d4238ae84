using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Rehearsal;
using Rehearsal.StackFiles;

namespace SageMakerIam.Tests.Rehearsal.StackFiles;

public sealed class StackConfigTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("stack-config").FullName;

    public StackConfigTests() => File.WriteAllText(
        Path.Combine(folder, "Pulumi.yaml"),
        """
        name: shop
        runtime: dotnet
        config:
          size: { type: integer, default: 3 }
        """);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("'123'", "123")]
    [InlineData("123", "123")]
    [InlineData("true", "true")]
    [InlineData("\"true\"", "true")]
    [InlineData("1.5", "1.5")]
    [InlineData("yes", "yes")]
    [InlineData("2012-10-17", "2012-10-17 00:00:00 +0000 UTC")]
    public void Scalar_BecomesText(string yaml, string text) => Read($"value: {yaml}")["shop:value"].Should().Be(text);

    [Theory]
    [InlineData(130_900, true)]
    [InlineData(131_057, false)]
    public void Configuration_MustFitIntoAnEnvironmentVariable(int length, bool fits)
    {
        var read = () => Read($"value: {new string('x', length)}");

        if (fits)
        {
            read.Should().NotThrow();
        }
        else
        {
            read.Should().Throw<BadInputException>().WithMessage("*environment variable, which holds 131,057.*Divide the stack*");
        }
    }

    [Theory]
    [InlineData("{ a: [1, true, null, '1', b] }", """{"a":[1,true,null,"1","b"]}""")]
    [InlineData("[]", "[]")]
    [InlineData("{ mode: 0o17, old: 017, hex: 0x1F }", """{"mode":15,"old":15,"hex":31}""")]
    public void Object_BecomesJsonText(string yaml, string json) =>
        JsonNode.DeepEquals(JsonNode.Parse(Read($"value: {yaml}")["shop:value"]), JsonNode.Parse(json)).Should().BeTrue();

    [Fact]
    public void Key_WithoutANamespace_IsTheProjects() => Read("value: 1").Should().ContainKey("shop:value");

    [Fact]
    public void Key_OfAnotherNamespace_KeepsIt() => Read("other:value: 1").Should().ContainKey("other:value");

    [Fact]
    public void KeyThatTheStackLeavesOut_HasTheProjectsDefault() => Read("value: 1")["shop:size"].Should().Be("3");

    [Fact]
    public void KeyThatTheStackGives_WinsOverTheProjectsDefault() => Read("size: 5")["shop:size"].Should().Be("5");

    [Fact]
    public void EmptyFile_IsRefused() => Fault("").Should().Contain("Pulumi.dev.yaml: the file is empty.").And.Contain("aws:region");

    [Fact]
    public void FileWithCommentsAlone_IsRefused() => Fault("# nothing\n").Should().Contain("the file is empty");

    [Fact]
    public void FileWithoutConfig_IsRefused() => Fault("other: 1").Should().Contain("it has no config");

    [Fact]
    public void FileThatIsNotAMapping_IsRefused() => Fault("just text").Should().Contain("not a mapping");

    [Theory]
    [InlineData("config:\n  aws:region: [us-east-1\nother: }", 2)]
    [InlineData("config:\n  aws:region: [\na", 2)]
    [InlineData("config: ''*a!?\n", 2)]
    public void FileThatIsNotYaml_IsRefusedWithTheLine(string yaml, int line) =>
        Fault(yaml).Should().Contain($"Pulumi.dev.yaml:{line}").And.Contain("not YAML");

    [Fact]
    public void KeyThatStandsTwice_IsRefusedWithTheLine() =>
        Fault("config:\n  aws:region: us-east-1\n  aws:region: eu-west-1\n").Should()
            .Contain("Pulumi.dev.yaml:3:").And.Contain("aws:region");

    [Theory]
    [InlineData("password: { secure: AAABAKd }", "made-up-value-of-line-3")]
    [InlineData("password:\n    deep: [ plain, { secure: AAABAKd } ]", """{"deep":["plain","made-up-value-of-line-4"]}""")]
    [InlineData("password:\n    secure: { deep: plain }", """{"secure":{"deep":"plain"}}""", false)]
    [InlineData("password: { secure: AAABAKd, other: plain }", """{"secure":"AAABAKd","other":"plain"}""", false)]
    public void EncryptedValue_IsStoodInForAndMakesItsKeySecret(string yaml, string value, bool isSecret = true)
    {
        var config = ReadFile($"config:\n  aws:region: us-east-1\n  {yaml}\n");

        config.Program.Values["shop:password"].Should().Be(value);
        config.Program.SecretKeys.Should().BeEquivalentTo(isSecret ? ["shop:password"] : Array.Empty<string>());
        config.StoodInFor.Select(standIn => standIn.Key).Should().Equal(config.Program.SecretKeys);
    }

    [Theory]
    [InlineData("aws:region: { secure: AAABAKd }")]
    [InlineData("aws:allowedAccountIds: [ { secure: AAABAKd } ]")]
    public void EncryptedValue_ThatTheRehearsalHasToKnow_IsRefused(string yaml) => Fault($"config:\n  {yaml}\n").Should()
        .Contain(
            $"Pulumi.dev.yaml:2: {yaml[..yaml.IndexOf(": ", StringComparison.Ordinal)]} holds an encrypted "
            + "value").And.NotContain("AAABAKd");

    [Theory]
    [InlineData("123456789012")]
    [InlineData("[12345]")]
    [InlineData("[1234567890123]")]
    public void AccountNumbers_OfAnotherForm_AreRefused(string accounts) =>
        Fault($"config:\n  aws:region: us-east-1\n  aws:allowedAccountIds: {accounts}\n").Should().Contain("aws:allowedAccountIds is");

    [Fact]
    public void MissingFile_IsRefused()
    {
        var read = () => StackConfig.Read(Path.Combine(folder, "Pulumi.none.yaml"), PulumiProject.Read(folder));

        read.Should().Throw<BadInputException>().WithMessage("*Pulumi.none.yaml: the file cannot be read*");
    }

    private ImmutableSortedDictionary<string, string> Read(string entry) =>
        ReadFile($"config:\n  aws:region: us-east-1\n  {entry}\n").Program.Values;

    private string Fault(string yaml)
    {
        var read = () => ReadFile(yaml);
        return read.Should().Throw<BadInputException>().Which.Message;
    }

    private StackConfig ReadFile(string yaml)
    {
        var path = Path.Combine(folder, "Pulumi.dev.yaml");
        File.WriteAllText(path, yaml);
        return StackConfig.Read(path, PulumiProject.Read(folder));
    }
}
