using System.Collections.Immutable;
using Pulumi.Testing;

namespace Pulumi;

public sealed partial class Deployment
{
    private static readonly ImmutableDictionary<string, object?> NoOutputs = ImmutableDictionary<string, object?>.Empty;

    public static Task<int> RunAsync(Action action) => RunAsync(() =>
    {
        action();
        return NoOutputs;
    });

    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func) => RunAsync(() => Task.FromResult(func()));

    public static Task<int> RunAsync(Func<Task> func) => RunAsync(async () =>
    {
        await func().ConfigureAwait(false);
        return NoOutputs;
    });

    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null) =>
        RunWithEngineAsync(() => new Stack().Run(func));

    public static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<Task<IDictionary<string, object?>>> createResources)
    {
        IDictionary<string, object?> outputs = NoOutputs;
        var resources = await TestStackAsync(testMocks, testOptions, () =>
        {
            _ = new Stack();
            outputs = createResources().GetAwaiter().GetResult();
        }).ConfigureAwait(false);
        return (resources.RemoveAll(resource => resource is Stack), outputs);
    }

    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<IDictionary<string, object?>> createResources) =>
        TestAsync(testMocks, testOptions, () => Task.FromResult(createResources()));

    public static async Task<ImmutableArray<Resource>> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<Task> createResources)
    {
        var (resources, _) = await TestAsync(testMocks, testOptions, async () =>
        {
            await createResources().ConfigureAwait(false);
            return (IDictionary<string, object?>)NoOutputs;
        }).ConfigureAwait(false);
        return resources;
    }

    public static Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Action createResources) =>
        TestAsync(testMocks, testOptions, () =>
        {
            createResources();
            return Task.CompletedTask;
        });

    // An async method of its own gives the deployment up to the caller's flow of control when it ends.
    private static async Task<int> RunWithEngineAsync(Action createStack)
    {
        var deployment = Start(FromEnvironment());
        var exitCode = await deployment.RunToEndAsync(createStack).ConfigureAwait(false);

        // Also for a program that does not hand the code on.
        Environment.ExitCode = exitCode;
        return exitCode;
    }

    private static async Task<ImmutableArray<Resource>> TestStackAsync(IMocks mocks, TestOptions options, Action createStack)
    {
        var engine = new MockEngine();
        var deployment = Start(ForTest(mocks, options, engine, out var monitor));
        await deployment.RunToEndAsync(createStack).ConfigureAwait(false);
        return engine.Errors.ToArray() switch
        {
            [] => monitor.Resources,
            [var error] => throw new RunException(error),
            var errors => throw new AggregateException(errors.Select(error => new RunException(error))),
        };
    }

    private static Deployment Start(Deployment deployment)
    {
        if (Running.Value is not null)
        {
            throw new InvalidOperationException("Deployment.Instance should only be set once at the beginning of a 'Run' call.");
        }

        return Running.Value = deployment;
    }
}
