using Pulumi;
using SageMakerIam;

return await Deployment.RunAsync(StackProgram.DeployAsync);
