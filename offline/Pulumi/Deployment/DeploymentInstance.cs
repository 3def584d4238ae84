namespace Pulumi;

/// <summary>What a program may know and ask of its own run.</summary>
public sealed class DeploymentInstance
{
    private readonly Deployment deployment;

    internal DeploymentInstance(Deployment deployment, string project, string stack, string organization, bool isDryRun)
    {
        this.deployment = deployment;
        ProjectName = project;
        StackName = stack;
        OrganizationName = organization;
        IsDryRun = isDryRun;
    }

    public string StackName { get; }

    public string ProjectName { get; }

    public string OrganizationName { get; }

    /// <summary>Whether this is a preview.</summary>
    public bool IsDryRun { get; }

    /// <summary>Calls a function of a provider once its arguments are known.</summary>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        deployment.Invoke<T>(token, args, options);

    /// <summary>Calls a function of a provider at once; what is secret or unknown about its result is lost.</summary>
    public Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        deployment.InvokeAsync<T>(token, args, options);
}
