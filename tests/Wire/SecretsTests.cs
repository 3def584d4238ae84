namespace SageMakerIam.Tests.Wire;

public class SecretsTests
{
    private const string Mark = "\"4dabf18193072939515e22adb298388d\":\"1b47061264138c4ac30d75fd1eb44270\"";

    private static readonly Shared<ProgramRun> Up = new(() => OfficialMonitor.RunAsync("secrets"));

    [Fact]
    public async Task Secret_InAMap_LeavesItsNeighboursPlain()
    {
        (await Up.GetAsync()).Registration("deployer").Raw("object", "tags").Should().Be(
            $$"""{"hidden":{{{Mark}},"value":"unseen"},"plain":"seen"}""");
    }

    [Fact]
    public async Task AccessKey_AsksForItsSecretOutputsOfItsOwnAccord()
    {
        (await Up.GetAsync()).Registration("key").Texts("additionalsecretoutputsList")
            .Should().BeEquivalentTo("secret", "sesSmtpPasswordV4");
    }

    [Fact]
    public async Task AdditionalSecretOutputs_AddToTheResourcesOwn()
    {
        (await Up.GetAsync()).Registration("more").Texts("additionalsecretoutputsList").Should()
            .BeEquivalentTo("secret", "sesSmtpPasswordV4", "keyFingerprint");
    }

    [Fact]
    public async Task Secret_FromTheProvider_StaysSecretThroughApply()
    {
        (await Up.GetAsync()).Registration("version").Raw("object", "secretString").Should().Be(
            $$"""{{{Mark}},"value":"AWS_SECRET_KEY=secret of key"}""");
    }

    [Fact]
    public async Task All_WithOneSecret_IsSecret()
    {
        (await Up.GetAsync()).Outputs("pulumi:pulumi:Stack").Should().Contain(
            $$"""
            "both":{{{Mark}},"value":["secret of key","arn:aws:test:::deployer"]}
            """);
    }

    [Fact]
    public async Task StackOutput_WithASecretInside_IsMarkedWhereItIs()
    {
        (await Up.GetAsync()).Outputs("pulumi:pulumi:Stack").Should().Contain(
            $$$"""
            "secretAccessKeys":{"deployer":{{{{Mark}}},"value":"secret of key"}}
            """);
    }

    [Fact]
    public async Task MarkedOutputs_OfAComponent_AreRegisteredWithoutBeingNamed_SecretAsTheyAre()
    {
        (await OfficialMonitor.RunAsync("marked-outputs")).Outputs("wire:index:Marked").Should().Be(
            $$$"""{"key":{{{{Mark}}},"value":"hidden"}}""");
    }

    [Fact]
    public async Task PlainOutput_BesideASecret_StaysPlain()
    {
        (await Up.GetAsync()).Outputs("pulumi:pulumi:Stack").Should().Contain("\"name\":\"deployer\"");
    }
}
