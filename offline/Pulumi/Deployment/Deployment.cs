using Pulumi.Testing;

namespace Pulumi;

/// <summary>One run of a program for a stack.</summary>
public sealed partial class Deployment
{
    private static readonly AsyncLocal<Deployment?> Running = new();

    private readonly IMonitor monitor;
    private readonly DeploymentInstance instance;

    private Deployment(
        IMonitor monitor, IEngine engine, string project, string stack, string? organization, bool isDryRun)
    {
        this.monitor = monitor;
        Logger = new EngineLogger(engine, Tasks);
        instance = new DeploymentInstance(this, project, stack, organization ?? "organization", isDryRun);
    }

    /// <exception cref="InvalidOperationException">No deployment is running.</exception>
    public static DeploymentInstance Instance => Required.instance;

    internal static Deployment? Current => Running.Value;

    internal static Deployment Required => Running.Value
        ?? throw new InvalidOperationException("Trying to acquire Deployment.Instance before 'Run' was called.");

    internal TaskMonitor Tasks { get; } = new();

    internal EngineLogger Logger { get; }

    internal Stack Stack
    {
        get => field ?? throw new InvalidOperationException("Trying to acquire Deployment.Stack before 'Run' was called.");
        set;
    }

    /// <summary>The deployment that the engine asks for through the environment.</summary>
    /// <exception cref="InvalidOperationException">No engine has started this program.</exception>
    private static Deployment FromEnvironment()
    {
        if (Variable("PULUMI_MONITOR") is not { } monitor
            || Variable("PULUMI_ENGINE") is not { } engine
            || Variable("PULUMI_PROJECT") is not { } project
            || Variable("PULUMI_STACK") is not { } stack
            || !bool.TryParse(Variable("PULUMI_DRY_RUN"), out var isDryRun)
            || !bool.TryParse(Variable("PULUMI_QUERY_MODE"), out _)
            || !int.TryParse(Variable("PULUMI_PARALLEL"), out _))
        {
            throw new InvalidOperationException("Program run without the Pulumi engine available; re-run using the `pulumi` CLI");
        }

        return new(
            new GrpcMonitor(monitor), new GrpcEngine(engine), project, stack, Variable("PULUMI_ORGANIZATION"), isDryRun);
    }

    private static Deployment ForTest(IMocks mocks, TestOptions options, MockEngine engine, out MockMonitor monitor)
    {
        var project = options.ProjectName ?? "project";
        var stack = options.StackName ?? "stack";
        monitor = new MockMonitor(mocks, project, stack);
        return new(monitor, engine, project, stack, organization: null, options.IsPreview ?? true);
    }

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
