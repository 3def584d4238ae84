using Pulumi;
using SageMakerIam.Tests.Programs;

// One program a name, each a stack that a test of the wire looks at.
return args switch
{
    ["resources"] => await Deployment.RunAsync(Resources.Create),
    ["secrets"] => await Deployment.RunAsync(Secrets.Create),
    ["invokes"] => await Deployment.RunAsync(Invokes.Create),
    ["refused-invoke"] => await Deployment.RunAsync(Invokes.Refused),
    ["run-exception"] => await Deployment.RunAsync(Failures.ThrowRunException),
    ["unhandled-exception"] => await Deployment.RunAsync(Failures.ThrowArgumentException),
    ["logged-error"] => await Deployment.RunAsync(Failures.LogError),
    ["stack", "again"] => await StackAgain.RunAsync(),
    ["missing-input"] => await Deployment.RunAsync(Failures.LeaveOutAnInput),
    _ => throw new ArgumentException($"No program is called '{string.Join(' ', args)}'."),
};
