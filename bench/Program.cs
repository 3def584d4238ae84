using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using SageMakerIam.Bench;

// In this process: a project that BenchmarkDotNet generates would not know which Pulumi SDK this one was built on.
BenchmarkSwitcher.FromAssembly(typeof(StackBenchmark).Assembly)
    .Run(args, DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)));
