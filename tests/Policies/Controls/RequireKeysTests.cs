namespace SageMakerIam.Tests.Policies.Controls;

public sealed class RequireKeysTests
{
    private const string Key = ControlledDeployer.Key;
    private const string Second = "arn:aws:kms:us-east-1:123456789012:key/5678abcd-12ab-34cd-56ef-1234567890ab";
    private const string Other = ControlledDeployer.OtherKey;
    private const string Right = $"VolumeKmsKeyArn={Key} OutputKmsKeyArn={Second}";

    [Theory]
    [InlineData(Right, true)]
    [InlineData($"VolumeKmsKeyArn={Key}", false)]
    [InlineData($"OutputKmsKeyArn={Key}", false)]
    [InlineData("", false)]
    [InlineData($"VolumeKmsKeyArn={Other} OutputKmsKeyArn={Key}", false)]
    [InlineData($"VolumeKmsKeyArn={Key} OutputKmsKeyArn={Other}", false)]
    public async Task Jobs_NeedAKeyForVolumesAndOneForOutput(string context, bool allowed)
    {
        string[] actions = ["CreateTrainingJob", "CreateProcessingJob", "CreateHyperParameterTuningJob", "CreateTransformJob"];
        foreach (var action in actions)
        {
            await ExpectAsync(action, context, allowed);
        }
    }

    [Theory]
    [InlineData($"VolumeKmsKeyArn={Key}", true)]
    [InlineData($"VolumeKmsKeyArn={Second}", true)]
    [InlineData($"VolumeKmsKeyArn={Other}", false)]
    [InlineData("", false)]
    public async Task NotebooksAndEndpoints_NeedAKeyForVolumes(string context, bool allowed)
    {
        await ExpectAsync("CreateNotebookInstance", context, allowed);
        await ExpectAsync("CreateEndpointConfig", context, allowed);
    }

    [Theory]
    [InlineData("CreateModel")]
    [InlineData("CreateEndpoint")]
    [InlineData("UpdateNotebookInstance")]
    public Task WhatTakesNoKey_NeedsNone(string action) => ExpectAsync(action, "", true);

    private static Task ExpectAsync(string action, string context, bool allowed) =>
        ControlledDeployer.ExpectAsync(ControlledDeployer.WithoutControls with { RequireKeys = true }, action, context, allowed);
}
