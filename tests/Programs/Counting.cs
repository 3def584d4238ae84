namespace SageMakerIam.Tests.Programs;

/// <summary>Programs that need no engine: they say which process they run in, and what a run before has left there.</summary>
internal static class Counting
{
    private static int runs;

    /// <summary>The exit code of a run that went well, as no other has it.</summary>
    private const int Counted = 7;

    public static Task<int> Run()
    {
        runs++;
        Console.Error.WriteLine($"said: {Environment.GetEnvironmentVariable("TO_SAY")}");
        Environment.SetEnvironmentVariable("TO_SAY", "what a run has set");
        Console.Write($"run {runs} in process {Environment.ProcessId}, beside {Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/'))}");
        return Task.FromResult(Counted);
    }

    public static Task<int> EndTheProcess()
    {
        Console.Write("ends");
        Environment.Exit(3);
        return Run();
    }

    public static Task<int> Throw() => throw new InvalidOperationException("nobody saw this coming");
}
