using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using SageMakerIam.Bench;

if (args is [BareProgram.Word, var resources])
{
    return await BareProgram.RunAsync(resources);
}

// In this process: a project that BenchmarkDotNet generates would not know which Pulumi SDK this one was built on.
// Warm enough that what is measured is compiled in full.
BenchmarkSwitcher.FromAssembly(typeof(StackBenchmark).Assembly)
    .Run(
        args is [] ? ["--filter", "*"] : args,
        DefaultConfig.Instance.AddJob(
            Job.ShortRun.WithWarmupCount(15).WithIterationCount(10).WithToolchain(InProcessEmitToolchain.Instance)));
return 0;
