using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace SageMakerIam.Tests.Sdk;

/// <summary>Runs a few lines as a program, and looks into the outputs they return.</summary>
internal static class TestDeployment
{
    public static readonly TestOptions Preview = new() { IsPreview = true };
    public static readonly TestOptions Update = new() { IsPreview = false };

    /// <summary>Runs a program that returns one output, and gives that output back.</summary>
    public static async Task<Output<T>> OutputOfAsync<T>(RecordingMocks mocks, TestOptions options, Func<Output<T>> program)
    {
        var (_, outputs) = await Deployment.TestAsync(mocks, options, () => new Dictionary<string, object?> { ["it"] = program() });
        return (Output<T>)outputs["it"]!;
    }

    /// <summary>Runs a program for what its mocks see.</summary>
    public static async Task<RecordingMocks> RunAsync(Action program, TestOptions? options = null)
    {
        var mocks = new RecordingMocks();
        await Deployment.TestAsync(mocks, options ?? Update, program);
        return mocks;
    }

    public static Task<T> ValueAsync<T>(this Output<T> output) => OutputUtilities.GetValueAsync(output);

    public static Task<bool> IsKnownAsync<T>(this Output<T> output) => OutputUtilities.GetIsKnownAsync(output);

    public static Task<bool> IsSecretAsync<T>(this Output<T> output) => Output.IsSecretAsync(output);
}
