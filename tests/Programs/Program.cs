using Pulumi;
using SageMakerIam;
using SageMakerIam.Tests.Programs;

if (args is ["again"])
{
    await Again.RunAsync(RunAsync);
    return 0;
}

return await RunAsync(string.Join(' ', args));

// The program of this repository, and one program a name that a test of the wire looks at.
static Task<int> RunAsync(string name) => name switch
{
    "stack" => Deployment.RunAsync(StackProgram.DeployAsync),
    "resources" => Deployment.RunAsync(Resources.Create),
    "secrets" => Deployment.RunAsync(Secrets.Create),
    "invokes" => Deployment.RunAsync(Invokes.Create),
    "refused-invoke" => Deployment.RunAsync(Invokes.Refused),
    "marked-outputs" => Deployment.RunAsync(() => { _ = new MarkedOutputs(); }),
    "unmade" => Deployment.RunAsync(Unmade.Create),
    "run-exception" => Deployment.RunAsync(Failures.ThrowRunException),
    "unhandled-exception" => Deployment.RunAsync(Failures.ThrowArgumentException),
    "logged-error" => Deployment.RunAsync(Failures.LogError),
    "process-exit" => Deployment.RunAsync(Failures.EndTheProcess),
    "late-log" => Deployment.RunAsync(Failures.LogOnAndOn),
    "missing-input" => Deployment.RunAsync(Failures.LeaveOutAnInput),
    "counting" => Counting.Run(),
    "counting-end" => Counting.EndTheProcess(),
    "counting-throw" => Counting.Throw(),
    _ => throw new ArgumentException($"No program is called '{name}'."),
};
