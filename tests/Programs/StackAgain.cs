using System.Text.Json;
using Pulumi;

namespace SageMakerIam.Tests.Programs;

/// <summary>
/// The program of this repository, run once for each line of standard input, which is the environment of the run as JSON; a line of standard
/// output answers its exit code.
/// </summary>
internal static class StackAgain
{
    public static async Task<int> RunAsync()
    {
        while (await Console.In.ReadLineAsync() is { } line)
        {
            foreach (var (name, value) in JsonSerializer.Deserialize<Dictionary<string, string>>(line)!)
            {
                Environment.SetEnvironmentVariable(name, value);
            }

            Console.WriteLine(await Deployment.RunAsync(StackProgram.DeployAsync));
        }

        return 0;
    }
}
