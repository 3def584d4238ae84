using SageMakerIam.Settings;

namespace SageMakerIam.Tests.Policies.Controls;

public sealed class RequireVpcTests
{
    private const string Right = "VpcSubnets=subnet-a,subnet-b VpcSecurityGroupIds=sg-a";

    private static readonly RequiredVpc Vpc = new() { Subnets = ["subnet-a", "subnet-b"], SecurityGroups = ["sg-a"] };

    [Theory]
    [InlineData(Right, true)]
    [InlineData("VpcSubnets=subnet-b VpcSecurityGroupIds=sg-a", true)]
    [InlineData("", false)]
    [InlineData("VpcSubnets=subnet-a", false)]
    [InlineData("VpcSecurityGroupIds=sg-a", false)]
    [InlineData("VpcSubnets=subnet-c VpcSecurityGroupIds=sg-a", false)]
    [InlineData("VpcSubnets=subnet-a,subnet-c VpcSecurityGroupIds=sg-a", false)]
    [InlineData("VpcSubnets=subnet-a VpcSecurityGroupIds=sg-a,sg-b", false)]
    [InlineData("VpcSubnets=subnet-a VpcSecurityGroupIds=sg-b", false)]
    public async Task JobsModelsAndNotebooks_AreMadeInTheVpcAlone(string context, bool allowed)
    {
        string[] actions =
            ["CreateTrainingJob", "CreateProcessingJob", "CreateHyperParameterTuningJob", "CreateModel", "CreateNotebookInstance"];
        foreach (var action in actions)
        {
            await ExpectAsync(Vpc, action, context, allowed);
        }
    }

    [Theory]
    [InlineData("ModelArn=arn:aws:sagemaker:us-east-1:123456789012:model/churn-a", true)]
    [InlineData($"ModelArn=arn:aws:sagemaker:us-east-1:123456789012:model/churn-a {Right}", true)]
    [InlineData("ModelArn=arn:aws:sagemaker:us-east-1:123456789012:model/churn-a VpcSubnets=subnet-c VpcSecurityGroupIds=sg-a", false)]
    [InlineData("", false)]
    [InlineData("VpcSubnets=subnet-a", false)]
    [InlineData(Right, true)]
    public Task AnEndpoint_RunsInTheVpcOfItsModels_AndWithoutAnyInItsOwn(string context, bool allowed) =>
        ExpectAsync(Vpc, "CreateEndpointConfig", context, allowed);

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData(null, false)]
    public async Task Isolation_IsAskedForWhereItIsRequired(string? isolated, bool allowed)
    {
        var context = isolated is null ? Right : $"{Right} NetworkIsolation={isolated}";
        await ExpectAsync(Vpc with { NetworkIsolation = true }, "CreateTrainingJob", context, allowed);
        await ExpectAsync(Vpc with { NetworkIsolation = true }, "CreateModel", context, allowed);
        await ExpectAsync(Vpc with { NetworkIsolation = true }, "CreateEndpointConfig", context, allowed);
        await ExpectAsync(Vpc, "CreateTrainingJob", context, true);
    }

    [Theory]
    [InlineData("CreateTransformJob")]
    [InlineData("CreateEndpoint")]
    [InlineData("UpdateTrainingJob")]
    public Task WhatHasNoNetworkOfItsOwn_NeedsNone(string action) => ExpectAsync(
        Vpc with { NetworkIsolation = true }, action, "", true);

    private static Task ExpectAsync(RequiredVpc vpc, string action, string context, bool allowed) =>
        ControlledDeployer.ExpectAsync(ControlledDeployer.WithoutControls with { RequireVpc = vpc }, action, context, allowed);
}
