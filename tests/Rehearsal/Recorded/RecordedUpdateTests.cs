using System.Text.Json.Nodes;

namespace SageMakerIam.Tests.Rehearsal.Recorded;

public class RecordedUpdateTests
{
    private const string Unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
    private const string Key = "AKIAIOSFODNN7EXAMPLE";
    private const string ForeignKey = "AKIAI44QH8DHBEXAMPLE";

    [Theory]
    [InlineData("continue-on-error-with-a-user-that-exists")]
    [InlineData("target-without-a-new-key", Key)]
    [InlineData("target-beside-a-new-key")]
    [InlineData("refresh-with-the-program", Key)]
    [InlineData("destroy-with-the-program", Key, ForeignKey)]
    public async Task Program_GoesOn_AndRecordsNothingUnknown(string name, params string[] keys)
    {
        var update = await RecordedUpdate.RunAsync(name, keys);

        update.Errors.Should().BeEmpty();
        update.ExitCode.Should().Be(0);
        update.Outputs.Should().NotContain(Unknown);
    }

    [Theory]
    [InlineData("target-without-a-new-key", Key)]
    [InlineData("target-beside-a-new-key")]
    [InlineData("refresh-with-the-program", Key)]
    [InlineData("destroy-with-the-program", Key, ForeignKey)]
    public async Task Keys_AreRecordedAsTheyAreThere_AndHandedOver(string name, params string[] keys)
    {
        var outputs = JsonNode.Parse((await RecordedUpdate.RunAsync(name, keys)).Outputs)!;

        outputs["deployerAccessKeyGenerations"]!["churn-ci"]!["generation"]!.ToString().Should().Be("1");
        outputs["deployerAccessKeyGenerations"]!["churn-ci"]!["previous"]!.ToString().Should().Be("gone");
        outputs["deployerAccessKeyIds"]!["churn-ci"]!["value"]!.ToString().Should().Be(Key);
        outputs["deployerPreviousAccessKeyIds"]!.AsObject().Should().BeEmpty();
        outputs["dotenv"]!["churn-ci"]!["value"]!.ToString().Should().Contain($"AWS_ACCESS_KEY_ID={Key}\n");
    }

    [Fact]
    public async Task Deployer_WhoseUserWasNotMade_IsInNoOutput()
    {
        var update = await RecordedUpdate.RunAsync("continue-on-error-with-a-user-that-exists");

        JsonNode.Parse(update.Outputs)!.AsObject().Where(output => output.Value!["churn-ci"] is not null).Should().BeEmpty();
    }

    /// <summary>An older program recorded a key that it did not make, and then did not count those that are there.</summary>
    [Fact]
    public async Task KeyTooMany_IsRefused_WhateverTheLastUpdateRecorded()
    {
        var update = await RecordedUpdate.RunAsync("continue-on-error-with-a-key-too-many", Key, ForeignKey);

        update.Errors.Should().ContainSingle().Which.Should().Match(
            "Configuration of stack 'dev' has a fault:\n  deployers.churn-ci.accessKey: generation: 2, previous: active, "
            + "when the last update left generation: 1, previous: gone. It needs a third key*has 1 not made by this stack*");
    }

    [Fact]
    public async Task KeyTooMany_ThatIsGoneAgain_IsNoHindrance()
    {
        var update = await RecordedUpdate.RunAsync("continue-on-error-with-a-key-too-many", Key);

        update.Errors.Should().BeEmpty();
        JsonNode.Parse(update.Outputs)!["deployerAccessKeyGenerations"]!["churn-ci"]!["generation"]!.ToString()
            .Should().Be("1", "the new one failed");
    }
}
