namespace SageMakerIam.Tests.Rehearsal.Accounts;

/// <summary>
/// The AWS CLI acts as the principal of a grant: the Databricks workspace role, in both variants of the example, and a user of another
/// account. The emulator does what it is asked; before each call, the judge says over both accounts whether AWS would.
/// </summary>
[Collection(nameof(KeptExample))]
public class PrincipalTests
{
    private const string SageMaker = "sagemaker.amazonaws.com";

    [FactWithAwsCli]
    public async Task WorkspaceOfThisAccount_StartsAClusterThatDeploysAModel()
    {
        const string Workspace = "arn:aws:iam::123456789012:role/databricks-workspace";
        var example = await KeptExample.StartAsync("databricks-mlflow");
        var (mlflow, profile) = (example.Output("executionRoleArns", "mlflow"), example.Output("instanceProfileArns", "mlflow"));

        var workspace = await example.Cli.AssumeAsync(Workspace);
        await example.ShouldAllowAsync(Workspace, "iam:PassRole", mlflow, ("iam:PassedToService", "ec2.amazonaws.com"));
        var started = await workspace.CallAsync(
            "ec2",
            "run-instances",
            "--image-id",
            "ami-12c6146b",
            "--instance-type",
            "m5.large",
            "--iam-instance-profile",
            $"Arn={profile}");
        ((string?)started["Instances"]![0]!["IamInstanceProfile"]!["Arn"]).Should().Be(profile);

        await example.ShouldAllowAsync("ec2.amazonaws.com", "sts:AssumeRole", mlflow);
        var cluster = await workspace.AssumeAsync(mlflow);
        await DeployAsync(example, cluster, mlflow, mlflow);

        // The workspace's role itself launches nothing with SageMaker: that is the cluster's to do.
        await example.ShouldDenyAsync(Workspace, "sagemaker:CreateModel", "arn:aws:sagemaker:us-east-1:123456789012:model/mlflow-churn");
    }

    [FactWithAwsCli]
    public async Task WorkspaceOfAnotherAccount_DeploysAModelThroughTheGrantsRole()
    {
        const string Workspace = "arn:aws:iam::222222222222:role/databricks-workspace";
        var example = await KeptExample.StartAsync("databricks-mlflow-cross-account");
        var (mlflow, grant) = (example.Output("executionRoleArns", "mlflow"), example.Output("passRoleGrantRoleArns", "workspace"));
        var externalId = example.Output("passRoleGrantExternalIds", "workspace");

        var workspace = await example.Cli.AssumeAsync(Workspace);
        await example.ShouldAllowAsync(Workspace, "sts:AssumeRole", grant, ("sts:ExternalId", externalId));
        await example.ShouldDenyAsync(Workspace, "sts:AssumeRole", grant);
        await example.ShouldDenyAsync(Workspace, "iam:PassRole", mlflow, ("iam:PassedToService", SageMaker));
        var deployer = await workspace.AssumeAsync(grant, "--external-id", externalId);

        ((string?)(await workspace.CallAsync("sts", "get-caller-identity"))["Account"]).Should().Be(KeptExample.Other);
        ((string?)(await deployer.CallAsync("sts", "get-caller-identity"))["Account"]).Should().Be(KeptExample.Home);
        await DeployAsync(example, deployer, grant, mlflow);
    }

    [FactWithAwsCli]
    public async Task UserOfAnotherAccount_TrainsThroughTheGrantsRole_OnceItsAdministratorHasAddedThePolicyOfTheOutput()
    {
        const string BuildServer = "arn:aws:iam::222222222222:user/ci/build-server";
        const string Job = "arn:aws:sagemaker:us-east-1:123456789012:training-job/churn-nightly";
        var example = await KeptExample.StartAsync("cross-account");
        var (training, grant) = (
            example.Output("executionRoleArns", "churn-training"), example.Output("passRoleGrantRoleArns", "build-server"));
        (string, string)[] asMember =
        [
            ("sts:ExternalId", example.Output("passRoleGrantExternalIds", "build-server")),
            ("aws:PrincipalOrgID", "o-a1b2c3d4e5"),
        ];

        await example.ShouldDenyAsync(BuildServer, "sts:AssumeRole", grant, asMember);
        await example.AddPolicyAsync("build-server", example.Output("passRoleGrantPrincipalPolicies", "build-server"));
        await example.ShouldAllowAsync(BuildServer, "sts:AssumeRole", grant, asMember);
        var buildServer = await example.SignInAsync("build-server");
        var trainer = await buildServer.AssumeAsync(grant, "--external-id", asMember[0].Item2, "--duration-seconds", "14400");

        await example.ShouldAllowAsync(grant, "sagemaker:CreateTrainingJob", Job);
        await example.ShouldAllowAsync(grant, "iam:PassRole", training, ("iam:PassedToService", SageMaker));
        var created = await trainer.CallAsync(
            "sagemaker", "create-training-job", "--training-job-name", "churn-nightly", "--role-arn", training,
            "--algorithm-specification", "TrainingImage=123456789012.dkr.ecr.us-east-1.amazonaws.com/churn-training,TrainingInputMode=File",
            "--output-data-config", "S3OutputPath=s3://example-churn-data/models/",
            "--resource-config", "InstanceType=ml.m5.large,InstanceCount=1,VolumeSizeInGB=10", "--stopping-condition",
            "MaxRuntimeInSeconds=3600");
        ((string?)created["TrainingJobArn"]).Should().Be(Job);
    }

    private static async Task DeployAsync(KeptExample example, AwsCli deployer, string by, string executionRole)
    {
        const string Resource = "arn:aws:sagemaker:us-east-1:123456789012";
        await example.ShouldAllowAsync(by, "sagemaker:CreateModel", $"{Resource}:model/mlflow-churn");
        await example.ShouldAllowAsync(by, "iam:PassRole", executionRole, ("iam:PassedToService", SageMaker));
        var model = await deployer.CallAsync(
            "sagemaker", "create-model", "--model-name", "mlflow-churn", "--execution-role-arn", executionRole,
            "--primary-container", "Image=123456789012.dkr.ecr.us-east-1.amazonaws.com/mlflow-pyfunc,"
            + "ModelDataUrl=s3://mlflow-sagemaker-us-east-1-123456789012/churn.tar.gz");
        ((string?)model["ModelArn"]).Should().Be($"{Resource}:model/mlflow-churn");

        await example.ShouldAllowAsync(by, "sagemaker:CreateEndpointConfig", $"{Resource}:endpoint-config/mlflow-churn");
        await deployer.CallAsync(
            "sagemaker", "create-endpoint-config", "--endpoint-config-name", "mlflow-churn",
            "--production-variants", "VariantName=churn,ModelName=mlflow-churn,InstanceType=ml.m5.large,InitialInstanceCount=1");

        await example.ShouldAllowAsync(by, "sagemaker:CreateEndpoint", $"{Resource}:endpoint/mlflow-churn");
        var endpoint = await deployer.CallAsync(
            "sagemaker", "create-endpoint", "--endpoint-name", "mlflow-churn", "--endpoint-config-name", "mlflow-churn");
        ((string?)endpoint["EndpointArn"]).Should().Be($"{Resource}:endpoint/mlflow-churn");
    }
}
