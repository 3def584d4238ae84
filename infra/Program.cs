using Pulumi;
using SageMakerIam;

return await Deployment.RunAsync(SageMakerIamStack.DeployAsync);
