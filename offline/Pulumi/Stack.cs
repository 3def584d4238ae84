namespace Pulumi;

/// <summary>The root of a stack's resources.</summary>
internal sealed class Stack : ComponentResource
{
    internal const string TypeToken = "pulumi:pulumi:Stack";

    public Stack()
        : base(TypeToken, $"{Deployment.Instance.ProjectName}-{Deployment.Instance.StackName}") =>
        Deployment.Required.Stack = this;

    /// <summary>Runs a function that makes the resources and gives back the stack outputs.</summary>
    public void Run(Func<Task<IDictionary<string, object?>>> program)
    {
        RegisterOutputs(Output.Create(RunAsync()));

        // A program that throws before its first await fails its outputs as one that throws after it.
        async Task<IDictionary<string, object?>> RunAsync() => await program().ConfigureAwait(false);
    }
}
